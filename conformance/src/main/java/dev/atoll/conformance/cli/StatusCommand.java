package dev.atoll.conformance.cli;

import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.conformance.live.LiveFailure;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.conformance.status.LiveAnswers;
import dev.atoll.conformance.status.PastRun;
import dev.atoll.conformance.status.Status;
import dev.atoll.stacks.Deployment;
import dev.atoll.topology.Topology;
import dev.atoll.topology.runbook.Runbook;
import dev.atoll.topology.runbook.Step;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how a deployment stands. */
@Command(
    name = "status",
    description = {
      "Says what works, what is broken, what is pending and why, and what nobody knows: from the"
          + " last conformance run's evidence, with its age, and with --live from what runs."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing that is known is broken",
      "1:something is broken",
      "2:wrong usage, or a report that is none",
      "3:something around us is missing or broken",
      "4:nothing is known: no run's report, and nobody asked"
    })
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TopologyOption topology;
  @Mixin private LiveOption live;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "The report.json of a conformance run."
              + " Default: conformance/target/conformance/report.json, if it is there")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() {
    Topology described = topology.load();
    Instant now = Instant.now();
    Optional<PastRun> run = run(described);
    Status status = Status.of(described.facts(), run, answers(described, now));
    StatusText text = new StatusText(Terminal.detect(), now);
    print(
        output == Output.JSON
            ? Json.print(text.json(described.name(), status))
            : text.of(described.name(), status, actions(described, status)));
    if (!status.in(Status.State.BROKEN).isEmpty()) {
      return ExitCode.FINDINGS;
    }
    boolean known = status.lines().stream().anyMatch(line -> line.at().isPresent());
    return known ? ExitCode.FINE : ExitCode.UNDECIDED;
  }

  private Optional<PastRun> run(Topology described) {
    Path usual = Path.of("conformance", "target", "conformance", "report.json");
    if (report.isEmpty() && !Files.isReadable(usual)) {
      return Optional.empty();
    }
    Path file = report.orElse(usual);
    if (!Files.isReadable(file)) {
      throw new UsageException("There is no file %s, which --report names.".formatted(file));
    }
    PastRun run = read(file);
    if (!run.topology().equals(described.name())) {
      throw new UsageException(
          "%s is about %s, and this is the status of %s. Name another with --report or --topology."
              .formatted(file, run.topology(), described.name()));
    }
    return Optional.of(run);
  }

  private static PastRun read(Path file) {
    try {
      return PastRun.read(file);
    } catch (PastRun.Unreadable e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private Optional<LiveAnswers> answers(Topology described, Instant now) {
    Scene scene = live.scene(described);
    if (!live.isLive()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LiveAnswers.of(scene, Diagnosis.of(scene), now));
    } catch (LiveFailure e) {
      throw new EnvironmentException(e.getMessage(), e);
    }
  }

  private static List<String> actions(Topology described, Status status) {
    return status.in(Status.State.PENDING).isEmpty()
        ? List.of()
        : Runbook.of(described, Deployment.of(described).addresses()).steps().stream()
            .map(Step::title)
            .toList();
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
