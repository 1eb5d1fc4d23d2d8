package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/** The users that a cache lets in. With Valkey nobody else can, not even "default". */
public record AwsElastiCacheUserGroup(
    String name, Region region, String groupName, AwsElastiCacheUser user) implements Resource {
  @Override
  public String type() {
    return "aws_elasticache_user_group";
  }

  @Override
  public Block arguments() {
    return Block.of("user_group_id", groupName)
        .with("engine", "valkey")
        .with("user_ids", List.of(user.attribute("user_id")));
  }
}
