package dev.atoll.conformance.report;

import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells of a run on a console: a line per piece of evidence while it comes in, and in the end what
 * it came to. {@link #evidence} is made to be the listener of an {@link EvidenceLog}.
 */
public final class ConsoleReport {

  private static final int ID = 7;
  private static final int KIND = 8;
  private static final int TIME = 12;

  private final PrintStream out;
  private final Terminal terminal;

  /** Prints there, in what the terminal can show. */
  public ConsoleReport(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** One line: the verdict's sign, id, kind, title, what else there is to say, and the time. */
  public void evidence(About about, Evidence evidence) {
    Outcome outcome = evidence.outcome();
    String sign = terminal.sign(outcome);
    String time = Elapsed.text(evidence.took());
    String start = pad(about.id(), ID) + " " + pad(lower(evidence.kind()), KIND) + " ";
    int columns = terminal.width() - sign.length() - 1 - start.length() - TIME;
    String text = terminal.cut(said(about, evidence), columns);
    String gap = " ".repeat(Math.max(1, columns + TIME - length(text) - time.length()));
    out.println(terminal.paint(outcome, sign) + " " + start + text + gap + time);
  }

  private static String said(About about, Evidence evidence) {
    String standIn = evidence.standIn().map(name -> " (stand-in: " + name + ")").orElse("");
    boolean passed = evidence.outcome().passed();
    // What passed needs its name; of the rest one wants to know why.
    return (passed ? about.title() : evidence.detail()) + standIn;
  }

  /** What the run came to. The last line is the path of the page, so that it is easy to find. */
  public void summary(Report report, Path page) {
    Summary summary = report.summary();
    out.println();
    section("Failed", report.failures(Severity.ERROR), this::failure);
    section("Warnings", report.warnings(), this::failure);
    section("Proven in part", report.partlyProven(), this::partly);
    section("Worth knowing", report.notices(), this::wrapped);
    counts(summary);
    section("Ran on", report.backends(), this::backend);
    out.println(terminal.bold(terminal.wrap(0, report.topology() + ": " + summary.sentence())));
    out.println("Took " + Elapsed.text(report.took()) + ". The whole report:");
    out.println(page);
  }

  /** What got lost against the expected verdicts, and what may be written down now. */
  public void comparison(Comparison comparison) {
    out.println();
    section("Worse than expected", comparison.regressions(), this::difference);
    section("Better than expected", comparison.gained(), this::difference);
  }

  private <T> void section(String heading, List<T> items, Consumer<T> print) {
    if (!items.isEmpty()) {
      out.println(terminal.bold(heading));
      items.forEach(print);
      out.println();
    }
  }

  private void failure(Row row) {
    About about = row.about();
    out.println("  " + head(row, about.title() + " (" + lower(row.severity()) + ")"));
    if (row.findings().isEmpty()) {
      row.marks().stream()
          .filter(mark -> mark.outcome() == Outcome.FAIL)
          .forEach(mark -> out.println(terminal.wrap(6, mark.detail())));
      out.println(terminal.wrap(8, "fix: " + about.fix()));
    }
    row.findings().forEach(this::finding);
    if (!about.why().isEmpty()) {
      out.println(terminal.wrap(6, "why: " + about.why()));
    }
  }

  private void finding(Finding finding) {
    out.println(terminal.wrap(6, finding.what()));
    finding.where().forEach(where -> out.println(terminal.wrap(8, "where: " + where)));
    out.println(terminal.wrap(8, "fix: " + finding.fix()));
  }

  private void partly(Row row) {
    String start = "  " + terminal.pips(row.marks()) + " " + row.progress() + "  ";
    String text = pad(row.about().id(), ID) + " " + row.about().title();
    out.println(start + terminal.cut(text, terminal.width() - start.length()));
    out.println(terminal.wrap(6, "missing: " + Badge.missing(row)));
  }

  private String head(Row row, String text) {
    String sign = terminal.sign(row.outcome());
    String id = pad(row.about().id(), ID);
    int columns = terminal.width() - 2 - sign.length() - 1 - id.length() - 1;
    return terminal.paint(row.outcome(), sign) + " " + id + " " + terminal.cut(text, columns);
  }

  private void wrapped(String text) {
    out.println(terminal.wrap(2, text));
  }

  private void difference(Difference difference) {
    wrapped(difference.toString());
  }

  private void backend(Backend backend) {
    wrapped(
        "%s %s (%s): %s; %s"
            .formatted(
                backend.name(),
                backend.version(),
                backend.nature().label(),
                backend.what(),
                backend.chosen()));
  }

  private void counts(Summary summary) {
    out.println(terminal.bold("Evidence"));
    String head =
        List.of(Outcome.values()).stream()
            .map(outcome -> column(shortly(outcome)))
            .collect(Collectors.joining());
    out.println(" ".repeat(2 + KIND) + head);
    summary
        .evidence()
        .forEach(
            (kind, counts) -> {
              String numbers =
                  counts.values().stream()
                      .map(count -> column(count == 0 ? "." : String.valueOf(count)))
                      .collect(Collectors.joining());
              out.println("  " + pad(lower(kind), KIND) + numbers);
            });
    out.println();
  }

  private static String shortly(Outcome outcome) {
    return switch (outcome) {
      case PASS_STAND_IN -> "stand-in";
      case NOT_APPLICABLE -> "n/a";
      default -> outcome.label();
    };
  }

  private static String column(String text) {
    return String.format(Locale.ROOT, "%10s", text);
  }

  private static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
