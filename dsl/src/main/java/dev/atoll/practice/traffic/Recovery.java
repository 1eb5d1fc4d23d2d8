package dev.atoll.practice.traffic;

import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How much of the twin's time goes by until something holds. */
public final class Recovery {

  /** How finely time is measured. */
  public static final Duration STEP = Duration.ofSeconds(5);

  private Recovery() {}

  /**
   * Lets time go by in steps.
   *
   * @return the time until it held; empty when it did not within the limit
   */
  public static Optional<Duration> until(Twin twin, Duration limit, BooleanSupplier holds) {
    return until(twin, STEP, limit, holds);
  }

  /** The same with a step of one's own. */
  public static Optional<Duration> until(
      Twin twin, Duration step, Duration limit, BooleanSupplier holds) {
    Duration gone = Duration.ZERO;
    while (!holds.getAsBoolean()) {
      if (gone.compareTo(limit) >= 0) {
        return Optional.empty();
      }
      twin.pass(step);
      gone = gone.plus(step);
    }
    return Optional.of(gone);
  }
}
