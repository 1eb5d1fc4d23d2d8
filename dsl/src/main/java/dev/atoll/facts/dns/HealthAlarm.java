package dev.atoll.facts.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * An alarm of CloudWatch on the status of a health check: 1 as long as it is well, 0 when it is
 * not.
 *
 * @param region where the alarm is; Route 53 has its metrics in us-east-1 alone
 * @param check the health check that it watches
 * @param comparison when it fires, such as {@code LessThanThreshold}
 * @param threshold with what the status is compared
 * @param actions what is told when it fires; none when its actions are off
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html">Monitoring
 *     with CloudWatch</a>
 */
public record HealthAlarm(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<Ref> check,
    Value<String> comparison,
    Value<Double> threshold,
    Value<Set<Ref>> actions)
    implements Fact {

  /** The namespace of Route 53's metrics. */
  public static final String NAMESPACE = "AWS/Route53";

  /** The metric that a health check's status is. */
  public static final String METRIC = "HealthCheckStatus";

  /** The dimension that names the health check. */
  public static final String DIMENSION = "HealthCheckId";
}
