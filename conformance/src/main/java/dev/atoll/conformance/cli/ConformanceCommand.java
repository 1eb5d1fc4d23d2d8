package dev.atoll.conformance.cli;

import dev.atoll.conformance.doctor.Doctor;
import dev.atoll.conformance.report.Comparison;
import dev.atoll.conformance.report.ConsoleReport;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.conformance.report.ExpectedVerdicts;
import dev.atoll.conformance.report.HtmlReport;
import dev.atoll.conformance.report.JsonReport;
import dev.atoll.conformance.report.JunitReport;
import dev.atoll.conformance.report.MarkdownReport;
import dev.atoll.conformance.report.Report;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.conformance.suite.Run;
import dev.atoll.conformance.suite.Suite;
import dev.atoll.conformance.suite.Trouble;
import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the conformance suite. */
@Command(
    name = "conformance",
    description = "Proves the documented behaviours of a topology, and reports the evidence.",
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

  @Mixin private TopologyOption topology;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Only these practices, such as NET-4. May be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Where the report goes. Default: ${DEFAULT-VALUE}")
  private Path folder = Path.of("conformance", "target", "conformance");

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description = "The verdicts that are expected: losing one of them fails the run.")
  private Optional<Path> expected = Optional.empty();

  @Option(
      names = "--backend",
      description =
          "${COMPLETION-CANDIDATES}: where the emulator runs, in a container or as a process;"
              + " auto says what it picked. Clusters are processes. Default: process")
  private Backend backend = Backend.PROCESS;

  @Option(
      names = "--fail-on",
      description = "The mildest severity that fails: ${COMPLETION-CANDIDATES}. Default: error")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--output",
      description =
          "${COMPLETION-CANDIDATES}: with json, report.json goes to standard output and progress"
              + " to standard error. Default: text")
  private Output output = Output.TEXT;

  @Override
  public Integer call() throws IOException {
    Topology tried = topology.load();
    List<Practice> practices = practices();
    Optional<ExpectedVerdicts> expectations = expectations(practices);
    List<String> missing = Doctor.missing(SearchPath.ofEnvironment(), backend);
    if (!missing.isEmpty()) {
      throw new EnvironmentException(String.join(System.lineSeparator(), missing));
    }
    PrintStream out = output == Output.TEXT ? System.out : System.err;
    ConsoleReport console = new ConsoleReport(out, Terminal.detect());
    EvidenceLog log = new EvidenceLog(practices, console::evidence);
    Instant started = Instant.now();
    Path work = new Workshop(folder.toAbsolutePath().resolve("work")).emptied();
    List<Trouble> troubles =
        Suite.run(new Run(tried, practices, log, work, backend, line -> out.println("  " + line)));
    troubles.forEach(trouble -> log.notice(trouble.toString()));
    Report report = log.report(tried.name(), started, Duration.between(started, Instant.now()));
    Optional<Comparison> comparison =
        expectations
            .map(verdicts -> only.isEmpty() ? verdicts : verdicts.askedOf(report))
            .map(verdicts -> verdicts.compare(report));
    publish(report, console, comparison);
    return exitCode(report, troubles, comparison);
  }

  private List<Practice> practices() {
    if (only.isEmpty()) {
      return Catalogue.all();
    }
    List<Practice> chosen = new ArrayList<>();
    for (String id : only) {
      chosen.add(
          Catalogue.find(id)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "There is no practice %s. atoll practices lists them.".formatted(id))));
    }
    return chosen.stream().distinct().toList();
  }

  private Optional<ExpectedVerdicts> expectations(List<Practice> practices) throws IOException {
    if (expected.isEmpty()) {
      return Optional.empty();
    }
    Path file = expected.get();
    if (!Files.isReadable(file)) {
      throw new UsageException("There is no file %s, which --expected names.".formatted(file));
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      List<String> ids = practices.stream().map(practice -> practice.about().id()).toList();
      return Optional.of(ExpectedVerdicts.parse(text, file.toString(), Catalogue.ids()).only(ids));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private void publish(Report report, ConsoleReport console, Optional<Comparison> comparison)
      throws IOException {
    Path page = folder.toAbsolutePath().resolve("index.html").normalize();
    HtmlReport.write(report, page);
    JsonReport.write(report, page.resolveSibling("report.json"));
    JunitReport.write(report, page.resolveSibling("junit.xml"));
    MarkdownReport.write(report, page.resolveSibling("summary.md"));
    comparison.ifPresent(console::comparison);
    console.summary(report, page);
    if (output == Output.JSON) {
      System.out.println(JsonReport.text(report));
    }
  }

  private int exitCode(Report report, List<Trouble> troubles, Optional<Comparison> comparison) {
    boolean lost = comparison.map(compared -> !compared.holds()).orElse(false);
    boolean failed = comparison.isEmpty() && !report.failures(failOn).isEmpty();
    if (!troubles.isEmpty()) {
      return ExitCode.ENVIRONMENT;
    }
    return lost || failed ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
