package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** Puts a subnet under a route table. */
public record AwsRouteTableAssociation(
    String name, Region region, AwsRouteTable table, AwsSubnet subnet) implements Resource {
  @Override
  public String type() {
    return "aws_route_table_association";
  }

  @Override
  public Block arguments() {
    return Block.of("route_table_id", table.id()).with("subnet_id", subnet.id());
  }
}
