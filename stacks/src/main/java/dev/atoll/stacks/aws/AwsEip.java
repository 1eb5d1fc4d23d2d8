package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;

/** An Elastic IP address in a VPC. */
public record AwsEip(
    String name, Region region, AwsInternetGateway gateway, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_eip";
  }

  @Override
  public Block arguments() {
    return Block.of("domain", "vpc").with("tags", tags);
  }

  /** AWS maps no address to anything in a VPC that has no internet gateway. */
  @Override
  public List<Resource> dependsOn() {
    return List.of(gateway);
  }
}
