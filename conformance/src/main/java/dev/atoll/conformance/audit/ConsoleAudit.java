package dev.atoll.conformance.audit;

import dev.atoll.conformance.audit.fix.MechanicalFixes;
import dev.atoll.conformance.report.Outcome;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.practice.Citation;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An audit as a person reads it: the most serious first, and one line that sums it up. */
public final class ConsoleAudit {

  private static final int PLACES = 4;

  private final Terminal terminal;
  private final boolean explain;

  /**
   * @param explain whether the reasoning and the notes are shown, too
   */
  public ConsoleAudit(Terminal terminal, boolean explain) {
    this.terminal = terminal;
    this.explain = explain;
  }

  /** The whole report. */
  public String text(AuditReport report) {
    StringBuilder text = new StringBuilder();
    Severity least = explain ? Severity.NOTE : Severity.WARNING;
    report.open(least).forEach(entry -> text.append(entry(entry, report.base())).append("\n\n"));
    list(text, "accepted in the code", accepted(report));
    list(text, "known by the baseline", known(report));
    list(text, "in the baseline and not found any more: take it out", report.vanished());
    list(text, "comments that count for nothing", report.unhonoured());
    list(text, "not read", report.estate().unread());
    list(text, "taken for granted", report.estate().assumptions());
    list(text, "undecided", undecided(report));
    return text.append(summary(report)).toString();
  }

  private String entry(Entry entry, Path base) {
    Finding finding = entry.finding();
    StringBuilder text = new StringBuilder();
    String head =
        "%s %s  %s"
            .formatted(
                finding.severity().name().toLowerCase(Locale.ROOT), entry.ids(), finding.what());
    text.append(terminal.paint(finding.severity(), terminal.wrap(0, head)));
    List<Location> places = finding.where().stream().map(Location::of).toList();
    int shown = explain ? places.size() : Math.min(PLACES, places.size());
    for (Location place : places.subList(0, shown)) {
      text.append("\n  where   ").append(place);
      if (place.file().isPresent() && !place.address().equals(place.file().get())) {
        text.append(beside(place)).append(place.address());
      }
    }
    if (shown < places.size()) {
      text.append("\n          and %d more (--explain)".formatted(places.size() - shown));
    }
    line(text, "why", finding.effect());
    line(text, "fix", finding.fix());
    FixAsCode.of(finding.practice())
        .ifPresent(code -> code.lines().forEach(each -> text.append("\n          ").append(each)));
    if (!MechanicalFixes.patch(List.of(entry), base).isEmpty()) {
      text.append("\n  patch   --fix prints it, for git apply");
    }
    line(
        text,
        "source",
        finding.practice().sources().stream()
            .limit(explain ? Integer.MAX_VALUE : 1)
            .map(Citation::toString)
            .collect(Collectors.joining("; ")));
    if (explain) {
      finding.path().forEach(step -> line(text, "step", step));
    }
    return text.toString();
  }

  /** An address that has no room beside its file stands below it. */
  private String beside(Location place) {
    int together = 12 + place.toString().length() + place.address().length();
    return together <= terminal.width() ? "  " : "\n          ";
  }

  private void line(StringBuilder text, String label, String content) {
    String wrapped = terminal.wrap(10, content);
    text.append("\n  %-8s".formatted(label)).append(wrapped.substring(10));
  }

  private void list(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(title).append(":\n");
      lines.forEach(each -> text.append(terminal.wrap(2, each)).append('\n'));
      text.append('\n');
    }
  }

  private static List<String> accepted(AuditReport report) {
    return report.entries().stream()
        .filter(entry -> entry.accepted().isPresent())
        .map(
            entry ->
                "%s  %s: %s"
                    .formatted(entry.ids(), entry.finding().what(), entry.accepted().orElseThrow()))
        .toList();
  }

  private static List<String> known(AuditReport report) {
    return report.entries().stream()
        .filter(Entry::known)
        .map(entry -> entry.ids() + "  " + entry.finding().what())
        .toList();
  }

  private List<String> undecided(AuditReport report) {
    return report.audit().with(Verdict.UNKNOWN).stream()
        .map(row -> row.about().id() + "  " + row.judgement().detail())
        .map(line -> explain ? line : terminal.cut(line, 2 * terminal.width()))
        .toList();
  }

  private String summary(AuditReport report) {
    long errors = report.count(Severity.ERROR);
    long warnings = report.count(Severity.WARNING);
    long notes = report.count(Severity.NOTE);
    String found =
        "%d errors, %d warnings%s in %d roots (%d files, %d resources); %d practices hold, %d undecided"
            .formatted(
                errors,
                warnings,
                notes == 0 ? "" : ", %d notes (--explain)".formatted(notes),
                report.estate().roots(),
                report.estate().files(),
                report.estate().resources(),
                report.audit().with(Verdict.PASS).size(),
                report.audit().with(Verdict.UNKNOWN).size());
    // One line, which scripts may take, unless it is read where it does not fit.
    boolean narrow = terminal.width() < Terminal.USUAL_WIDTH;
    return terminal.paint(
        errors > 0 ? Outcome.FAIL : Outcome.PASS, narrow ? terminal.wrap(0, found) : found);
  }
}
