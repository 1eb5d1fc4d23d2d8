package dev.atoll.conformance.report;

import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One piece of evidence about one practice.
 *
 * @param practice the practice's id, such as {@code NET-3}
 * @param kind how it was gained
 * @param verdict what it comes to
 * @param standIn the name of the stand-in that it rests on; empty if it rests on none
 * @param detail one line: what was looked at, or why there is no verdict
 * @param findings every place where the practice does not hold
 * @param took how long it took to gain
 */
public record Evidence(
    String practice,
    EvidenceKind kind,
    Verdict verdict,
    Optional<String> standIn,
    String detail,
    List<Finding> findings,
    Duration took) {

  public Evidence {
    findings = List.copyOf(findings);
  }

  /** A judgement as evidence, resting on no stand-in. */
  public static Evidence of(
      String practice, EvidenceKind kind, Judgement judgement, Duration took) {
    return new Evidence(
        practice,
        kind,
        judgement.verdict(),
        Optional.empty(),
        judgement.detail(),
        judgement.findings(),
        took);
  }

  /** Evidence that could not be gained, with what was missing. */
  public static Evidence notRun(String practice, EvidenceKind kind, String missing) {
    return of(practice, kind, Judgement.notRun(missing), Duration.ZERO);
  }

  /** The same, resting on that stand-in. */
  public Evidence restingOn(String name) {
    return new Evidence(practice, kind, verdict, Optional.of(name), detail, findings, took);
  }

  /** How bad it is: the worst of its findings; the practice's own severity where there is none. */
  public Severity severity(About about) {
    return findings.stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(about.severity());
  }

  /** The verdict as it is shown and counted. */
  public Outcome outcome() {
    return Outcome.of(verdict, standIn.isPresent());
  }
}
