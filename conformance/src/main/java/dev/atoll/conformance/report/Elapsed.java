package dev.atoll.conformance.report;

import java.time.Duration;
import java.util.Locale;

/** How long something took, in as few words as are worth reading. */
final class Elapsed {

  private Elapsed() {}

  /** "3 ms", "1.2 s", "1 min 34 s". */
  static String text(Duration took) {
    if (took.toMillis() < 1000) {
      return took.toMillis() + " ms";
    }
    if (took.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(took.toMillis() / 100.0) / 10);
    }
    return "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
  }
}
