package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;

/** Takes every rule from the default security group of a VPC, so that nothing works by accident. */
public record AwsDefaultSecurityGroup(
    String name, Region region, AwsVpc vpc, Map<String, String> tags) implements Resource {
  @Override
  public String type() {
    return "aws_default_security_group";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_id", vpc.id())
        .with("ingress", List.of())
        .with("egress", List.of())
        .with("tags", tags);
  }
}
