package dev.atoll.conformance.cli;

import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.topology.Topology;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a topology is written as, and where. */
final class DeploymentOption {

  /** Where the Terraform state goes. */
  enum State {
    S3,
    LOCAL
  }

  @Mixin private TopologyOption topology;
  @Mixin private ReleasesOption releases;

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "FOLDER",
      description = "Where terraform shall work. Default: the current folder")
  private Path directory = Path.of("");

  @Option(
      names = "--state",
      description =
          "${COMPLETION-CANDIDATES}: in S3, or in a file for trying things out. Default: s3")
  private State state = State.S3;

  @Option(
      names = "--layout",
      description =
          "${COMPLETION-CANDIDATES}: one root, or one for every layer and Region, each with a state"
              + " of its own. Default: single")
  private Layout layout = Layout.SINGLE;

  /** The topology that is named. */
  Topology topology() {
    return topology.load();
  }

  /** What it becomes. */
  Deployment deployment(Topology described) {
    ReleaseWay way = releases.way();
    return state == State.S3
        ? Deployment.of(described, layout, way)
        : Deployment.withLocalState(described, layout, way);
  }

  /** Where it is written. */
  Path folder() {
    return directory.toAbsolutePath().normalize();
  }

  /** The options as they were given, for a command that takes the same ones. */
  String again() {
    return (layout == Layout.SINGLE ? "" : " --layout layered")
        + (state == State.S3 ? "" : " --state local")
        + releases.again()
        + (directory.toString().isEmpty() ? "" : " --directory " + directory)
        + topology.again();
  }
}
