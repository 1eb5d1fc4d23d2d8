package dev.atoll.itest.twin.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A clock that tests own. It stands still until {@link #advance}; what was scheduled then runs in
 * the caller's thread, in the order of its time. Safe for use by several threads; what runs may
 * schedule and read, but not advance.
 */
public final class TwinClock {

  /** Longer than any health check, time-to-live or cache takes to notice something. */
  private static final Duration LIVED = Duration.ofMinutes(5);

  private final List<Appointment> appointments = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  /** Something that stops repeating when closed. */
  public interface Repeated extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Appointment {
    private final Duration every;
    private final Runnable what;
    private Instant next;

    Appointment(Instant next, Duration every, Runnable what) {
      this.next = next;
      this.every = every;
      this.what = what;
    }
  }

  /** The time now, counted from the epoch. */
  public synchronized Instant now() {
    return now;
  }

  /** The time since the clock was made. */
  public Duration elapsed() {
    return Duration.between(Instant.EPOCH, now());
  }

  /**
   * Runs something once per interval, the first time after one interval.
   *
   * @throws IllegalArgumentException when the interval is not positive
   */
  public synchronized Repeated every(Duration interval, Runnable what) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("An interval must be positive, not " + interval);
    }
    Appointment appointment = new Appointment(now.plus(interval), interval, what);
    appointments.add(appointment);
    return () -> cancel(appointment);
  }

  private synchronized void cancel(Appointment appointment) {
    appointments.remove(appointment);
  }

  /**
   * Lets time pass, running all that falls due on the way, each at its own time. Of days only the
   * first and the last minutes are lived through: in between, what repeats would find everything as
   * it left it.
   */
  public void advance(Duration time) {
    Instant end = now().plus(time);
    if (time.compareTo(LIVED.multipliedBy(3)) > 0) {
      live(now().plus(LIVED));
      skip(end.minus(LIVED));
    }
    live(end);
  }

  private void live(Instant end) {
    for (Runnable due = next(end); due != null; due = next(end)) {
      due.run();
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized void skip(Instant to) {
    for (Appointment each : appointments) {
      long missed = Duration.between(each.next, to).dividedBy(each.every);
      each.next = each.next.plus(each.every.multipliedBy(Math.max(0, missed)));
    }
    now = to;
  }

  private synchronized Runnable next(Instant end) {
    Appointment first =
        appointments.stream()
            .filter(each -> !each.next.isAfter(end))
            .min(Comparator.comparing(each -> each.next))
            .orElse(null);
    if (first == null) {
      return null;
    }
    now = first.next;
    first.next = first.next.plus(first.every);
    return first.what;
  }
}
