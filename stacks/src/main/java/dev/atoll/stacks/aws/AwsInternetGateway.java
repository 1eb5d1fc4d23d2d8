package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** An internet gateway, attached to its VPC. */
public record AwsInternetGateway(String name, Region region, AwsVpc vpc, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_internet_gateway";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_id", vpc.id()).with("tags", tags);
  }
}
