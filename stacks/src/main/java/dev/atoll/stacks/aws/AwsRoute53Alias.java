package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Optional;

/**
 * An alias record to a load balancer, which answers only while that has a healthy target.
 *
 * @param zone the hosted zone
 * @param domain the name that is answered, a wildcard as {@code *}
 * @param target the load balancer
 * @param check for one of several by latency, what else must be well; empty for a simple record
 */
public record AwsRoute53Alias(
    String name,
    Region region,
    AwsRoute53Zone zone,
    String domain,
    AwsLb target,
    Optional<AwsRoute53HealthCheck> check)
    implements Resource {

  @Override
  public String type() {
    return "aws_route53_record";
  }

  @Override
  public Block arguments() {
    Block alias =
        Block.of("name", target.attribute("dns_name"))
            .with("zone_id", target.attribute("zone_id"))
            .with("evaluate_target_health", true);
    Block record =
        Block.of("zone_id", zone.id())
            .with("name", domain)
            .with("type", "A")
            .with("alias", List.of(alias));
    return check.map(each -> byLatency(record, each)).orElse(record);
  }

  private Block byLatency(Block record, AwsRoute53HealthCheck healthy) {
    return record
        .with("set_identifier", region.name())
        .with("latency_routing_policy", List.of(Block.of("region", region.name())))
        .with("health_check_id", healthy.id());
  }
}
