package dev.atoll.conformance.report;

import dev.atoll.practice.Verdict;

/**
 * A verdict as it is shown and counted: a pass that rests on a stand-in is kept apart from a real
 * one. Only a pass is, since a failure is a failure wherever it shows. Declared from the best to
 * the worst.
 */
public enum Outcome {
  /** Proven by the real thing. */
  PASS("PASS", Verdict.PASS),
  /** Proven as far as the stand-in behaves like what it plays. */
  PASS_STAND_IN("PASS (stand-in)", Verdict.PASS),
  /** There is nothing here that the practice speaks of. */
  NOT_APPLICABLE("NOT APPLICABLE", Verdict.NOT_APPLICABLE),
  /** Nothing was looked at. */
  NOT_RUN("NOT RUN", Verdict.NOT_RUN),
  /** What was read does not decide it. */
  UNKNOWN("UNKNOWN", Verdict.UNKNOWN),
  /** Broken. */
  FAIL("FAIL", Verdict.FAIL);

  private final String label;
  private final Verdict verdict;

  Outcome(String label, Verdict verdict) {
    this.label = label;
    this.verdict = verdict;
  }

  /** The outcome that a verdict comes to. */
  public static Outcome of(Verdict verdict, boolean onStandIn) {
    return switch (verdict) {
      case PASS -> onStandIn ? PASS_STAND_IN : PASS;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case NOT_RUN -> NOT_RUN;
      case UNKNOWN -> UNKNOWN;
      case FAIL -> FAIL;
    };
  }

  /** As a person reads it: "PASS (stand-in)", "NOT RUN". */
  public String label() {
    return label;
  }

  /** The verdict behind it. */
  public Verdict verdict() {
    return verdict;
  }

  /** Whether it passed, on a stand-in or not. */
  public boolean passed() {
    return verdict == Verdict.PASS;
  }

  /** The worse of the two. */
  public Outcome worse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
