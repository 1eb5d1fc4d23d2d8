package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/**
 * A security group. Its rules are resources of their own: the load balancer controller adds rules
 * too, and inline rules would take them away again.
 */
public record AwsSecurityGroup(
    String name,
    Region region,
    AwsVpc vpc,
    String groupName,
    String description,
    Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_security_group";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_id", vpc.id())
        .with("name", groupName)
        .with("description", description)
        .with("tags", tags);
  }
}
