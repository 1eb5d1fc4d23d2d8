package dev.atoll.stacks.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * A route.
 *
 * @param table the route table it is in
 * @param destination which packets it is for
 * @param targetArgument the argument that names the kind of target, such as {@code gateway_id}
 * @param target where the packets go
 * @param dependsOn what must be there before the target carries anything
 */
public record AwsRoute(
    String name,
    Region region,
    AwsRouteTable table,
    Cidr destination,
    String targetArgument,
    Resource target,
    List<Resource> dependsOn)
    implements Resource {

  public AwsRoute {
    dependsOn = List.copyOf(dependsOn);
  }

  /** A route through an internet gateway. */
  public static AwsRoute through(
      String name, AwsRouteTable table, Cidr destination, AwsInternetGateway gateway) {
    return new AwsRoute(name, table.region(), table, destination, "gateway_id", gateway, List.of());
  }

  /** A route through a NAT gateway. */
  public static AwsRoute through(
      String name, AwsRouteTable table, Cidr destination, AwsNatGateway gateway) {
    return new AwsRoute(
        name, table.region(), table, destination, "nat_gateway_id", gateway, List.of());
  }

  /** A route through a peering connection, made once that is accepted. */
  public static AwsRoute through(
      String name,
      AwsRouteTable table,
      Cidr destination,
      AwsVpcPeeringConnection connection,
      AwsVpcPeeringConnectionAccepter accepter) {
    return new AwsRoute(
        name,
        table.region(),
        table,
        destination,
        "vpc_peering_connection_id",
        connection,
        List.of(accepter));
  }

  @Override
  public String type() {
    return "aws_route";
  }

  @Override
  public Block arguments() {
    return Block.of("route_table_id", table.id())
        .with("destination_cidr_block", destination)
        .with(targetArgument, target.id());
  }
}
