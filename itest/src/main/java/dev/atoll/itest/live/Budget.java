package dev.atoll.itest.live;

import dev.atoll.traffic.TrafficException;
import java.time.Duration;

/**
 * How often a live deployment is asked: so many requests in all, and never two within a pause.
 * Whoever asks too soon waits. Safe for several threads.
 */
public final class Budget {

  private final Duration pause;
  private final int most;
  private final Pace pace;
  private long free;
  private int spent;

  Budget(Duration pause, int most, Pace pace) {
    this.pause = pause;
    this.most = most;
    this.pace = pace;
    this.free = pace.nanos();
  }

  /** Two requests a second, 200 in all: less than a browser with the dashboard open. */
  public static Budget usual() {
    return usual(Pace.REAL);
  }

  static Budget usual(Pace pace) {
    return new Budget(Duration.ofMillis(500), 200, pace);
  }

  /** Ten calls a second, 5000 in all: far below what AWS's read APIs throttle at. */
  public static Budget ofAccount() {
    return of(Duration.ofMillis(100), 5000);
  }

  /**
   * A budget of one's own.
   *
   * @param pause the least time between two requests
   * @param most how many requests there may be
   */
  public static Budget of(Duration pause, int most) {
    return new Budget(pause, most, Pace.REAL);
  }

  /** How many requests were sent. */
  public synchronized int spent() {
    return spent;
  }

  /**
   * Takes one request out of it, after waiting for its turn.
   *
   * @throws TrafficException when none is left, or the wait is interrupted
   */
  synchronized void take() {
    if (spent == most) {
      throw new TrafficException(
          "not asked: %d requests were sent, which is the limit".formatted(most));
    }
    try {
      Duration wait = Duration.ofNanos(free - pace.nanos());
      if (!wait.isNegative() && !wait.isZero()) {
        pace.sleep(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrafficException("not asked: interrupted", e);
    }
    spent++;
    free = pace.nanos() + pause.toNanos();
  }
}
