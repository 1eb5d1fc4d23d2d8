package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** The requester's side of a peering connection to a VPC in another Region. */
public record AwsVpcPeeringConnection(
    String name, Region region, AwsVpc vpc, AwsVpc peer, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_vpc_peering_connection";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_id", vpc.id())
        .with("peer_vpc_id", peer.id())
        .with("peer_region", peer.region().name())
        .with("auto_accept", false)
        .with("tags", tags);
  }
}
