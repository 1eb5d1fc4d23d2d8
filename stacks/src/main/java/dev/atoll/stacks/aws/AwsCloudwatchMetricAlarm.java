package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * Tells a topic when a health check fails, and when it is well again.
 *
 * @param givenName its name
 * @param description what a person should know who is told
 * @param check the health check
 * @param topic who is told
 */
public record AwsCloudwatchMetricAlarm(
    String name,
    Region region,
    String givenName,
    String description,
    AwsRoute53HealthCheck check,
    AwsSnsTopic topic)
    implements Resource {

  @Override
  public String type() {
    return "aws_cloudwatch_metric_alarm";
  }

  @Override
  public Block arguments() {
    return Block.of("alarm_name", givenName)
        .with("alarm_description", description)
        .with("namespace", "AWS/Route53")
        .with("metric_name", "HealthCheckStatus")
        .with("dimensions", Block.of("HealthCheckId", check.id()))
        .with("statistic", "Minimum")
        .with("comparison_operator", "LessThanThreshold")
        .with("threshold", 1)
        .with("period", 60)
        .with("evaluation_periods", 1)
        // Nobody who is not heard of is known to be well.
        .with("treat_missing_data", "breaching")
        .with("alarm_actions", List.of(topic.attribute("arn")))
        .with("ok_actions", List.of(topic.attribute("arn")));
  }
}
