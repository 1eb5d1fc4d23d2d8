package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** A public NAT gateway. */
public record AwsNatGateway(
    String name, Region region, AwsSubnet subnet, AwsEip elasticIp, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_nat_gateway";
  }

  @Override
  public Block arguments() {
    return Block.of("allocation_id", elasticIp.id())
        .with("subnet_id", subnet.id())
        .with("tags", tags);
  }
}
