package dev.atoll.itest.live;

import java.time.Duration;

/** Time as a {@link Budget} sees it. */
interface Pace {

  /** The machine's. */
  Pace REAL =
      new Pace() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          // Whole milliseconds, rounded up: never too soon.
          Thread.sleep(time.toMillis() + 1);
        }
      };

  /** How many nanoseconds have passed since some moment. */
  long nanos();

  /** Waits. */
  void sleep(Duration time) throws InterruptedException;
}
