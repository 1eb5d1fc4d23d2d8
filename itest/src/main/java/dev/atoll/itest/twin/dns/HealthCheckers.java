package dev.atoll.itest.twin.dns;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.itest.twin.clock.TwinClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Route 53's health checkers, one for each check: it asks once per interval, and the status changes
 * when as many answers in a row as the threshold says it should. A check is healthy until it was
 * asked. Route 53 has checkers in several places and goes by 18 % of them; here there is one, which
 * sees what all would see.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public final class HealthCheckers implements AutoCloseable {

  private final Map<Ref, Status> statuses = new ConcurrentHashMap<>();
  private final List<TwinClock.Repeated> rounds = new ArrayList<>();

  /**
   * What is known of a check.
   *
   * @param healthy its status
   * @param against how many answers in a row said otherwise
   */
  private record Status(boolean healthy, int against) {
    Status after(boolean success, int threshold) {
      if (success == healthy) {
        return new Status(healthy, 0);
      }
      return against + 1 >= threshold ? new Status(success, 0) : new Status(healthy, against + 1);
    }
  }

  private HealthCheckers() {}

  /**
   * Begins to ask. A check whose interval or threshold is not known is not asked, and its status
   * stays open.
   */
  public static HealthCheckers start(TwinClock clock, Collection<HealthCheck> checks, Probe probe) {
    HealthCheckers checkers = new HealthCheckers();
    for (HealthCheck check : checks) {
      check
          .interval()
          .asOptional()
          .ifPresent(
              interval ->
                  check
                      .threshold()
                      .asOptional()
                      .ifPresent(
                          threshold -> {
                            checkers.statuses.put(check.ref(), new Status(true, 0));
                            checkers.rounds.add(
                                clock.every(
                                    interval,
                                    interval.plus(interval),
                                    () -> checkers.ask(check, threshold, probe)));
                          }));
    }
    return checkers;
  }

  private boolean ask(HealthCheck check, int threshold, Probe probe) {
    boolean success = probe.succeeds(check);
    Status before = statuses.get(check.ref());
    Status after = before.after(success, threshold);
    statuses.put(check.ref(), after);
    return !after.equals(before);
  }

  /** Whether a check succeeds now; open when nobody asks it. */
  public Truth isHealthy(Ref check) {
    Status status = statuses.get(check);
    return status == null
        ? Truth.open("whether " + check + " succeeds: nobody asks it")
        : Truth.of(status.healthy());
  }

  /** Stops asking; every status stays as it is. */
  @Override
  public void close() {
    rounds.forEach(TwinClock.Repeated::close);
  }
}
