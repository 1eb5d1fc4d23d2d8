package dev.atoll.conformance.report;

import dev.atoll.practice.EvidenceKind;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a report is not what was expected.
 *
 * @param practice the practice's id
 * @param kind the kind of evidence
 * @param expected what the file says; empty if it says nothing
 * @param actual what the run came to
 * @param detail why, in one line
 */
public record Difference(
    String practice, EvidenceKind kind, Optional<Outcome> expected, Outcome actual, String detail) {

  /** Whether it is a pass where less was expected. */
  public boolean gained() {
    return actual.passed() && expected.map(before -> actual.compareTo(before) < 0).orElse(true);
  }

  /** The line of the file that would expect what the run came to. */
  public String line() {
    return "%s %s %s%s"
        .formatted(
            practice,
            kind.name().toLowerCase(Locale.ROOT),
            actual.verdict(),
            actual == Outcome.PASS_STAND_IN ? " stand-in" : "");
  }

  /** As a person reads it: what it is now, what it was to be, and why or what to do. */
  @Override
  public String toString() {
    String about = "%s %s".formatted(practice, kind.name().toLowerCase(Locale.ROOT));
    if (gained()) {
      return "%s gained %s; %s: %s"
          .formatted(
              about,
              actual.label(),
              expected.isEmpty() ? "add this line" : "change its line to",
              line());
    }
    return expected
        .map(
            before ->
                "%s lost %s, is now %s: %s"
                    .formatted(about, before.label(), actual.label(), detail))
        .orElse("%s is %s, which was not expected: %s".formatted(about, actual.label(), detail));
  }
}
