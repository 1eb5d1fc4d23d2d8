package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a name over HTTPS from all over the world.
 *
 * @param domain the name that is asked
 * @param path the path
 * @param interval the time between two requests of one checker
 * @param threshold how many in a row must agree
 */
public record AwsRoute53HealthCheck(
    String name,
    Region region,
    String domain,
    String path,
    Duration interval,
    int threshold,
    Map<String, String> tags)
    implements Resource {

  @Override
  public String type() {
    return "aws_route53_health_check";
  }

  @Override
  public Block arguments() {
    return Block.of("type", "HTTPS")
        .with("fqdn", domain)
        .with("port", 443)
        .with("resource_path", path)
        .with("request_interval", interval.toSeconds())
        .with("failure_threshold", threshold)
        // The load balancer chooses the certificate by the name that is asked.
        .with("enable_sni", true)
        .with("tags", tags);
  }
}
