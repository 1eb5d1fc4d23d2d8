package dev.atoll.conformance.cli;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.HostedZones;
import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.eks.EmulatedClusters;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command against an emulated AWS. */
@Command(
    name = "emulator",
    description = {
      "Starts the AWS emulator, runs a command with the environment that turns it there, and stops"
          + " the emulator again. The exit code is the command's.",
      "Without a command it prints that environment and runs until its input closes or Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class EmulatorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--hosted-zone",
      paramLabel = "DOMAIN",
      description = "Make a hosted zone for this domain first: deployments look theirs up.")
  private Optional<String> hostedZone = Optional.empty();

  @Option(
      names = "--cluster",
      paramLabel = "REGION/NAME",
      description =
          "Start a Kubernetes API for the EKS cluster of that name, which the command may make;"
              + " with it, stand-ins for its controllers and for charts that others publish."
              + " Repeatable.")
  private List<String> clusters = List.of();

  @Option(
      names = "--backend",
      description =
          "${COMPLETION-CANDIDATES}: in a container or as a process; auto says what it picked."
              + " Clusters are processes. Default: process")
  private Backend backend = Backend.PROCESS;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "After --, with its arguments.")
  private List<String> command = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<Region, String> names = names();
    PrintWriter err = spec.commandLine().getErr();
    Progress progress =
        line -> {
          err.println(line);
          err.flush();
        };
    try (LocalStack emulator = LocalStack.start(backend, progress)) {
      World world = emulator.newWorld();
      hostedZone.ifPresent(domain -> make(world, domain));
      if (names.isEmpty()) {
        return started(world.environment());
      }
      try (EmulatedClusters apis = EmulatedClusters.start(emulator, world, names, progress)) {
        Map<String, String> environment = new HashMap<>(world.environment());
        environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
        return started(apis.environment(environment));
      }
    }
  }

  private int started(Map<String, String> environment) throws IOException, InterruptedException {
    return command.isEmpty() ? wait(environment) : run(environment);
  }

  private Map<Region, String> names() {
    Map<Region, String> names = new LinkedHashMap<>();
    for (String cluster : clusters) {
      int slash = cluster.indexOf('/');
      Optional<Region> region =
          Region.all().stream()
              .filter(each -> slash > 0 && each.name().equals(cluster.substring(0, slash)))
              .findFirst();
      if (region.isEmpty() || slash == cluster.length() - 1) {
        throw new UsageException(
            "--cluster takes a Region and a name, such as us-east-2/coderdemo-use2, not "
                + cluster);
      }
      names.put(region.get(), cluster.substring(slash + 1));
    }
    return names;
  }

  private static void make(World world, String domain) {
    try (AwsClients aws = AwsClients.of(world)) {
      HostedZones.make(aws.route53(), domain);
    }
  }

  private int run(Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    // A profile would win over the keys.
    builder.environment().keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN"));
    return builder.start().waitFor();
  }

  private int wait(Map<String, String> environment) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    environment.forEach((name, value) -> out.printf("export %s=%s%n", name, value));
    out.flush();
    while (System.in.read() >= 0) {
      // Until the input closes.
    }
    return ExitCode.FINE;
  }
}
