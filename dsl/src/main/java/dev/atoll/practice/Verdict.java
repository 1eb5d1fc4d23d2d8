package dev.atoll.practice;

/** What a judgement comes to. Declared from the best to the worst, so that the worst wins. */
public enum Verdict {
  /** The practice holds for everything that was looked at, and something was. */
  PASS,
  /** There is nothing here that the practice speaks of; the judgement says why. */
  NOT_APPLICABLE,
  /** Nothing was looked at, because something was missing; the judgement says what. */
  NOT_RUN,
  /** What was read does not decide it; the judgement says what would. */
  UNKNOWN,
  /** The practice is broken. */
  FAIL;

  /** The worse of the two. */
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
