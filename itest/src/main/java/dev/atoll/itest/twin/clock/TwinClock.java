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
 *
 * <p>Days are cheap: a {@link Round} that has found nothing new for long enough rests until another
 * one does, or time passes anew.
 */
public final class TwinClock {

  /** Longer than anybody's time passes: it never rests. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final List<Appointment> appointments = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  /** When something happened last: before this advance began, or in a turn of it. */
  private Instant news = Instant.EPOCH;

  /** Something that stops repeating when closed. */
  public interface Repeated extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Appointment {
    private final Duration every;
    private final Duration settled;
    private final Round what;
    private Instant next;

    Appointment(Instant next, Duration every, Duration settled, Round what) {
      this.next = next;
      this.every = every;
      this.settled = settled;
      this.what = what;
    }

    boolean rests(Instant news) {
      return next.isAfter(news.plus(settled));
    }

    /** Moves on to its first turn at that time or later. */
    void skipTo(Instant time) {
      long missed = Duration.between(next, time).plus(every).minusNanos(1).dividedBy(every);
      next = next.plus(every.multipliedBy(missed));
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
   * Runs something once per interval, the first time after one interval; never leaves it out.
   *
   * @throws IllegalArgumentException when the interval is not positive
   */
  public Repeated every(Duration interval, Runnable what) {
    return every(
        interval,
        NEVER,
        () -> {
          what.run();
          return false;
        });
  }

  /**
   * The same with something whose turns are left out once there is nothing new.
   *
   * @param settled how long nobody must have found anything new: longer than what it looks at goes
   *     on as before after something happened
   * @throws IllegalArgumentException when the interval is not positive
   */
  public synchronized Repeated every(Duration interval, Duration settled, Round what) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("An interval must be positive, not " + interval);
    }
    Appointment appointment = new Appointment(now.plus(interval), interval, settled, what);
    appointments.add(appointment);
    return () -> cancel(appointment);
  }

  private synchronized void cancel(Appointment appointment) {
    appointments.remove(appointment);
  }

  /** Lets time pass, running all that falls due on the way, each at its own time. */
  public void advance(Duration time) {
    Instant end = begin(time);
    for (Appointment due = next(end); due != null; due = next(end)) {
      if (due.what.turn()) {
        happened(now());
      }
    }
    synchronized (this) {
      now = end;
    }
    happened(end.plusNanos(1));
  }

  /** Whatever was done while time stood still is news. */
  private synchronized Instant begin(Duration time) {
    news = now;
    return now.plus(time);
  }

  /** Whoever rested takes up his turns again, those at this very time included. */
  private void happened(Instant time) {
    List<Appointment> rested;
    synchronized (this) {
      news = time;
      rested = appointments.stream().filter(each -> each.next.isBefore(time)).toList();
      rested.forEach(each -> each.skipTo(time));
    }
    rested.forEach(each -> each.what.leftOut());
  }

  private synchronized Appointment next(Instant end) {
    Appointment first =
        appointments.stream()
            .filter(each -> !each.next.isAfter(end) && !each.rests(news))
            .min(Comparator.comparing(each -> each.next))
            .orElse(null);
    if (first != null) {
      now = first.next;
      first.next = first.next.plus(first.every);
    }
    return first;
  }
}
