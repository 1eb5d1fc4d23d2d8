package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** The accepter's side of a peering connection: accepts it. */
public record AwsVpcPeeringConnectionAccepter(
    String name, Region region, AwsVpcPeeringConnection connection, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_vpc_peering_connection_accepter";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_peering_connection_id", connection.id())
        .with("auto_accept", true)
        .with("tags", tags);
  }
}
