package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * What one side of a peering connection lets the other side do: resolve its public DNS names to
 * private addresses, so that traffic between the Regions stays on the peering.
 *
 * @param side which side this is about
 * @param accepter the acceptance, before which AWS takes no options
 */
public record AwsVpcPeeringConnectionOptions(
    String name,
    Region region,
    Side side,
    AwsVpcPeeringConnection connection,
    AwsVpcPeeringConnectionAccepter accepter)
    implements Resource {

  /** The two sides of a peering connection. */
  public enum Side {
    REQUESTER("requester"),
    ACCEPTER("accepter");

    private final String block;

    Side(String block) {
      this.block = block;
    }
  }

  @Override
  public String type() {
    return "aws_vpc_peering_connection_options";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_peering_connection_id", connection.id())
        .with(side.block, List.of(Block.of("allow_remote_vpc_dns_resolution", true)));
  }

  @Override
  public List<Resource> dependsOn() {
    return List.of(accepter);
  }
}
