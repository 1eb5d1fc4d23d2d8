package dev.atoll.facts.loadbalancer;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The targets of a listener.
 *
 * @param protocol the protocol to the targets: {@code TCP}, {@code TLS} …
 * @param port the default port of a target
 * @param targetType {@code ip} or {@code instance}
 * @param healthCheck how a target is asked
 * @param attributes its attributes, such as {@code preserve_client_ip.enabled}
 * @param tags its tags
 */
public record TargetGroup(
    Source source,
    Ref ref,
    String protocol,
    int port,
    String targetType,
    HealthProbe healthCheck,
    Map<String, String> attributes,
    Map<String, String> tags)
    implements Fact {

  public TargetGroup {
    attributes = Map.copyOf(attributes);
    tags = Map.copyOf(tags);
  }

  /**
   * How a load balancer asks a target.
   *
   * @param protocol {@code HTTP} or {@code TCP}
   * @param path the path; empty for TCP
   * @param port a number or {@code traffic-port}
   * @param interval the time between two questions
   * @param healthyAfter how many good answers in a row make a target healthy
   * @param unhealthyAfter how many bad ones make it unhealthy
   */
  public record HealthProbe(
      String protocol,
      Optional<String> path,
      String port,
      Duration interval,
      int healthyAfter,
      int unhealthyAfter) {

    private static final int HEALTHY_AFTER = 5;
    private static final int UNHEALTHY_AFTER = 2;

    /**
     * With AWS's own thresholds.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html">Health
     *     checks for Network Load Balancer target groups</a>
     */
    public HealthProbe(String protocol, Optional<String> path, String port, Duration interval) {
      this(protocol, path, port, interval, HEALTHY_AFTER, UNHEALTHY_AFTER);
    }
  }
}
