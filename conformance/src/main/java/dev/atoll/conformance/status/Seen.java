package dev.atoll.conformance.status;

import dev.atoll.practice.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one row.
 *
 * @param practice its id
 * @param verdict what it came to
 * @param warning whether a failure of it is a warning only
 * @param standIn whether it rests on a stand-in
 * @param detail one line: what was seen, or what was missing
 * @param from how it was gained: "conformance run", "live"
 * @param at when; empty when nothing was seen
 */
record Seen(
    String practice,
    Verdict verdict,
    boolean warning,
    boolean standIn,
    String detail,
    String from,
    Optional<Instant> at) {

  /** Nobody looked. */
  static Seen never(String practice, String why) {
    return new Seen(practice, Verdict.NOT_RUN, false, false, why, "", Optional.empty());
  }

  boolean breaks() {
    return verdict == Verdict.FAIL && !warning;
  }

  boolean passes() {
    return verdict == Verdict.PASS || (verdict == Verdict.FAIL && warning);
  }

  boolean says() {
    return passes() || breaks() || verdict == Verdict.NOT_APPLICABLE;
  }
}
