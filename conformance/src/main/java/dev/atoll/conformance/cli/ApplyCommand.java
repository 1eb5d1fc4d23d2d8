package dev.atoll.conformance.cli;

import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.topology.Topology;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Applies a topology, root by root. */
@Command(
    name = "apply",
    description = {
      "Writes a topology as Terraform JSON, then runs terraform init and terraform apply in every"
          + " root, each after those that it stands on.",
      "Terraform runs with your own environment and asks before it changes anything. The first root"
          + " that does not succeed ends the run. Ctrl-C lets Terraform stop in good order; its"
          + " state is kept."
    },
    mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DeploymentOption option;

  @Option(names = "--auto-approve", description = "Do not ask before changing anything.")
  private boolean approved;

  @Option(
      names = "--destroy",
      description = "Destroy instead, in reverse order. The bucket for the state stays.")
  private boolean destroy;

  @Override
  public Integer call() {
    Topology described = option.topology();
    Deployment deployment = option.deployment(described);
    UserTerraform terraform = UserTerraform.find();
    Synthesis.write(deployment, option.folder());
    RootSequence roots =
        new RootSequence(
            terraform, deployment, option.folder(), spec.commandLine().getOut(), approved);
    if (destroy) {
      roots.destroy();
    } else {
      roots.apply();
    }
    return ExitCode.FINE;
  }
}
