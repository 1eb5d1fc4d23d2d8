package dev.atoll.practice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a practice says about some facts.
 *
 * @param verdict what it comes to
 * @param detail one line: what was looked at, or why there is no verdict
 * @param findings every place where it does not hold; empty unless the verdict is FAIL
 */
public record Judgement(Verdict verdict, String detail, List<Finding> findings) {

  public Judgement {
    findings = List.copyOf(findings);
  }

  /** How bad the worst finding is; empty when there is none. */
  public Optional<Severity> severity() {
    return findings.stream().map(Finding::severity).max(Comparator.naturalOrder());
  }

  /** There is nothing here that the practice speaks of. */
  public static Judgement notApplicable(String why) {
    return new Judgement(Verdict.NOT_APPLICABLE, why, List.of());
  }

  /** Nothing was looked at. */
  public static Judgement notRun(String missing) {
    return new Judgement(Verdict.NOT_RUN, missing, List.of());
  }

  /** What was read does not decide it. */
  public static Judgement unknown(String deciding) {
    return new Judgement(Verdict.UNKNOWN, deciding, List.of());
  }
}
