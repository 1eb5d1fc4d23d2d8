package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.clock.TwinClock.Repeated;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends flows that were idle for too long, in the twin's time. Application bytes and the TCP
 * keep-alives of either side begin the count anew.
 */
final class IdleRule implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final TwinClock clock;
  private final Set<Flow> flows = new LinkedHashSet<>();
  private Repeated looking;

  IdleRule(TwinClock clock) {
    this.clock = clock;
  }

  synchronized void watch(Flow flow) {
    flows.add(flow);
    if (looking == null) {
      looking = clock.every(STEP, this::look);
    }
  }

  synchronized void forget(Flow flow) {
    flows.remove(flow);
    if (flows.isEmpty()) {
      close();
    }
  }

  private synchronized void look() {
    List<Flow> idle = flows.stream().filter(Flow::isIdle).toList();
    if (idle.isEmpty()) {
      return;
    }
    KernelTimers timers = KernelTimers.read();
    for (Flow flow : idle) {
      if (flow.isKeptAlive(timers)) {
        flow.touch();
      } else {
        flow.expire();
      }
    }
  }

  /** Breaks every flow. */
  synchronized void resetAll() {
    flows.forEach(Flow::reset);
  }

  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.close();
      looking = null;
    }
  }
}
