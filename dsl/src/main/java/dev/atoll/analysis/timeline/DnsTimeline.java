package dev.atoll.analysis.timeline;

import java.time.Duration;

/**
 * How long a change in DNS takes until clients follow it.
 *
 * @param interval the time between two requests of a health checker
 * @param threshold how many requests in a row must fail
 * @param ttl how long resolvers keep an answer
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public record DnsTimeline(Duration interval, int threshold, Duration ttl) {

  /**
   * The TTL of an alias to a load balancer. It is the load balancer's own and cannot be changed.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias.html">Values
   *     for alias records</a>
   */
  public static final Duration ALIAS_TTL = Duration.ofSeconds(60);

  /**
   * Within this time Route 53's servers all answer with a changed record.
   *
   * @see <a href="https://aws.amazon.com/route53/faqs/">Amazon Route 53 FAQs</a>
   */
  public static final Duration PROPAGATION = Duration.ofSeconds(60);

  /** Until a dead Region is known to be dead. */
  public Duration detection() {
    return interval.multipliedBy(threshold);
  }

  /** Until the last client whose resolver keeps to the TTL leaves a dead Region. */
  public Duration failover() {
    return detection().plus(ttl);
  }

  /** Until the last such client follows a record that somebody changed. */
  public Duration change() {
    return PROPAGATION.plus(ttl);
  }

  /** Both sums, with their parts. */
  public String show() {
    return ("a dead Region loses its users within %d s (%d s × %d until the health check fails + %d"
            + " s TTL); a changed record is followed within %d s (%d s until all of Route 53"
            + " has it + %d s TTL); resolvers and browsers that keep answers longer are later")
        .formatted(
            failover().toSeconds(),
            interval.toSeconds(),
            threshold,
            ttl.toSeconds(),
            change().toSeconds(),
            PROPAGATION.toSeconds(),
            ttl.toSeconds());
  }
}
