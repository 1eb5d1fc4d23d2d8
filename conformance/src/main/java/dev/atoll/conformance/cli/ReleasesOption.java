package dev.atoll.conformance.cli;

import dev.atoll.conformance.suite.Releases;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.TerraformException;
import dev.atoll.stacks.helm.ReleaseWay;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says how Helm releases are made. */
final class ReleasesOption {

  /** The choices. */
  enum Choice {
    AUTO,
    PROVIDER,
    COMMAND
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--releases",
      description =
          "${COMPLETION-CANDIDATES}: Helm releases by Terraform's provider helm, or by the commands"
              + " aws and helm, which Terraform runs. auto: by the provider, unless this machine"
              + " has its providers in a mirror and helm is not among them. Default: auto")
  private Choice releases = Choice.AUTO;

  /** How releases are made; where that is not the usual way and nobody asked for it, it is said. */
  ReleaseWay way() {
    return switch (releases) {
      case PROVIDER -> ReleaseWay.PROVIDER;
      case COMMAND -> ReleaseWay.COMMAND;
      case AUTO -> hasAwsAlone() ? announced() : ReleaseWay.PROVIDER;
    };
  }

  private ReleaseWay announced() {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "Helm releases by the commands aws and helm: this machine's mirror has the provider aws and"
            + " not helm. With --releases provider Terraform fetches it.");
    err.flush();
    return ReleaseWay.COMMAND;
  }

  private static boolean hasAwsAlone() {
    try {
      Terraform terraform = Terraform.find(SearchPath.ofEnvironment(), line -> {});
      return Releases.wayOf(terraform) == ReleaseWay.COMMAND;
    } catch (TerraformException none) {
      return false;
    }
  }

  /** The option as it was given, for a command that takes the same one. */
  String again() {
    return switch (releases) {
      case AUTO -> "";
      case PROVIDER -> " --releases provider";
      case COMMAND -> " --releases command";
    };
  }
}
