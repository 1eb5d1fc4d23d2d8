package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * A user of a cache who signs in with IAM. Its id and its name have to be the same for that.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html">Authenticating
 *     with IAM</a>
 */
public record AwsElastiCacheUser(String name, Region region, String userName) implements Resource {
  @Override
  public String type() {
    return "aws_elasticache_user";
  }

  @Override
  public Block arguments() {
    return Block.of("user_id", userName)
        .with("user_name", userName)
        .with("engine", "valkey")
        .with("access_string", "on ~* +@all -@dangerous")
        .with("authentication_mode", List.of(Block.of("type", "iam")));
  }
}
