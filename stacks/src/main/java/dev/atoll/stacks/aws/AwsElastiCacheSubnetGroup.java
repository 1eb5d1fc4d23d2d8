package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/** The subnets that a cache may stand in. */
public record AwsElastiCacheSubnetGroup(
    String name, Region region, String groupName, List<AwsSubnet> subnets) implements Resource {
  @Override
  public String type() {
    return "aws_elasticache_subnet_group";
  }

  @Override
  public Block arguments() {
    return Block.of("name", groupName)
        .with("subnet_ids", subnets.stream().map(Resource::id).toList());
  }
}
