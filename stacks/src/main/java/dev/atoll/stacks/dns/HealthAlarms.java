package dev.atoll.stacks.dns;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsCloudwatchMetricAlarm;
import dev.atoll.stacks.aws.AwsRoute53HealthCheck;
import dev.atoll.stacks.aws.AwsSnsTopic;
import dev.atoll.stacks.aws.AwsSnsTopicSubscription;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells people when a Region leaves the rotation: DNS mends itself, and nobody would notice.
 *
 * @param resources a topic, who is subscribed, and an alarm for each health check
 * @param output how anybody else subscribes
 */
record HealthAlarms(List<Resource> resources, Output output) {

  /**
   * Route 53 has its metrics there, and nowhere else.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html">Monitoring
   *     with CloudWatch</a>
   */
  private static final Region METRICS = Region.US_EAST_1;

  HealthAlarms {
    resources = List.copyOf(resources);
  }

  static HealthAlarms of(Topology topology, Map<Region, AwsRoute53HealthCheck> checks) {
    AwsSnsTopic topic = new AwsSnsTopic("health", METRICS, topology.name() + "-health");
    List<Resource> resources = new ArrayList<>(List.of(topic));
    List<String> addresses = topology.design().dns().alarms();
    for (int i = 0; i < addresses.size(); i++) {
      resources.add(
          new AwsSnsTopicSubscription("health_" + (i + 1), METRICS, topic, addresses.get(i)));
    }
    checks.forEach(
        (region, check) ->
            resources.add(
                new AwsCloudwatchMetricAlarm(
                    region.identifier() + "_health",
                    METRICS,
                    "%s-%s-unhealthy".formatted(topology.name(), region),
                    "https://%s%s does not answer: users of %s are led to another Region"
                        .formatted(check.domain(), check.path(), region),
                    check,
                    topic)));
    return new HealthAlarms(
        resources,
        new Output(
            "health_alarm_topic",
            "Who subscribes is told when a Region fails: aws sns subscribe --region %s --topic-arn"
                    .formatted(METRICS)
                + " THIS --protocol email --notification-endpoint ADDRESS",
            topic.attribute("arn")));
  }
}
