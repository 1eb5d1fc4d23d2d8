package dev.atoll.stacks.network;

import dev.atoll.aws.Cidr;
import dev.atoll.stacks.aws.AwsRoute;
import dev.atoll.stacks.aws.AwsVpcPeeringConnection;
import dev.atoll.stacks.aws.AwsVpcPeeringConnectionAccepter;
import dev.atoll.stacks.aws.AwsVpcPeeringConnectionOptions;
import dev.atoll.stacks.aws.AwsVpcPeeringConnectionOptions.Side;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.RegionPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A peering connection: asked for in one Region, accepted in the other, with a route to the other
 * side in every table of both.
 *
 * @param connection the connection
 * @param resources everything that belongs to it
 */
record PeeringConnection(AwsVpcPeeringConnection connection, List<Resource> resources) {

  PeeringConnection {
    resources = List.copyOf(resources);
  }

  static PeeringConnection of(
      RegionPeering peering, RegionNetwork requester, RegionNetwork accepter) {
    String name = peering.identifier();
    Map<String, String> tags =
        Map.of("Name", peering.requester().name() + "-" + peering.accepter().name());
    AwsVpcPeeringConnection connection =
        new AwsVpcPeeringConnection(
            name, peering.requester(), requester.vpc(), accepter.vpc(), tags);
    AwsVpcPeeringConnectionAccepter acceptance =
        new AwsVpcPeeringConnectionAccepter(name, peering.accepter(), connection, tags);
    List<Resource> resources = new ArrayList<>(List.of(connection, acceptance));
    for (Side side : Side.values()) {
      resources.add(options(name, side, connection, acceptance));
    }
    resources.addAll(routes(requester, accepter, connection, acceptance));
    resources.addAll(routes(accepter, requester, connection, acceptance));
    return new PeeringConnection(connection, resources);
  }

  private static Resource options(
      String name,
      Side side,
      AwsVpcPeeringConnection connection,
      AwsVpcPeeringConnectionAccepter acceptance) {
    boolean asks = side == Side.REQUESTER;
    return new AwsVpcPeeringConnectionOptions(
        name + (asks ? "_requester" : "_accepter"),
        asks ? connection.region() : acceptance.region(),
        side,
        connection,
        acceptance);
  }

  private static List<AwsRoute> routes(
      RegionNetwork from,
      RegionNetwork to,
      AwsVpcPeeringConnection connection,
      AwsVpcPeeringConnectionAccepter acceptance) {
    Cidr destination = to.vpc().cidr();
    String across = to.vpc().name();
    return from.tables().stream()
        .map(
            table ->
                AwsRoute.through(
                    table.name() + "_to_" + across, table, destination, connection, acceptance))
        .toList();
  }
}
