package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.List;

/**
 * A name that stands for another.
 *
 * @param zone the hosted zone
 * @param domain the name
 * @param target the other
 * @param ttl how long resolvers may keep it
 */
public record AwsRoute53Cname(
    String name, Region region, AwsRoute53Zone zone, String domain, String target, Duration ttl)
    implements Resource {

  @Override
  public String type() {
    return "aws_route53_record";
  }

  @Override
  public Block arguments() {
    return Block.of("zone_id", zone.id())
        .with("name", domain)
        .with("type", "CNAME")
        .with("ttl", ttl.toSeconds())
        .with("records", List.of(target));
  }
}
