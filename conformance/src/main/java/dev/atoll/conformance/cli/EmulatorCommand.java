package dev.atoll.conformance.cli;

import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.HostedZones;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "After --, with its arguments.")
  private List<String> command = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalStack.missing(SearchPath.ofEnvironment())
        .ifPresent(
            missing -> {
              throw new EnvironmentException(missing);
            });
    PrintWriter err = spec.commandLine().getErr();
    try (LocalStack emulator =
        LocalStack.start(
            line -> {
              err.println(line);
              err.flush();
            })) {
      World world = emulator.newWorld();
      hostedZone.ifPresent(domain -> make(world, domain));
      return command.isEmpty() ? wait(world) : run(world);
    }
  }

  private static void make(World world, String domain) {
    try (AwsClients aws = AwsClients.of(world)) {
      HostedZones.make(aws.route53(), domain);
    }
  }

  private int run(World world) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(world.environment());
    // A profile would win over the keys.
    builder.environment().keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN"));
    return builder.start().waitFor();
  }

  private int wait(World world) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    world.environment().forEach((name, value) -> out.printf("export %s=%s%n", name, value));
    out.flush();
    while (System.in.read() >= 0) {
      // Until the input closes.
    }
    return ExitCode.FINE;
  }
}
