package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** A route table. Its routes are resources of their own, since others add routes too. */
public record AwsRouteTable(String name, Region region, AwsVpc vpc, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_route_table";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_id", vpc.id()).with("tags", tags);
  }
}
