package dev.atoll.itest.breaks;

import static dev.atoll.itest.breaks.Link.known;

import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.Vpc;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Breaks of the routes that lead through the peering. */
final class RouteBreaks {

  private RouteBreaks() {}

  /**
   * Deletes the VPC's routes through the peering from all of its tables.
   *
   * @throws IllegalStateException when there is none
   */
  static Healing removed(Link link, Vpc vpc) {
    List<Route> routes = link.routes(vpc);
    if (routes.isEmpty()) {
      throw new IllegalStateException(
          "%s has no route through %s that could be taken away."
              .formatted(vpc.source(), link.peering().source()));
    }
    Ec2Client ec2 = link.ec2(vpc);
    routes.forEach(
        route ->
            ec2.deleteRoute(
                request ->
                    request
                        .routeTableId(known(route.table()).key())
                        .destinationCidrBlock(known(route.destination()).toString())));
    return () -> routes.forEach(route -> create(ec2, route));
  }

  private static void create(Ec2Client ec2, Route route) {
    ec2.createRoute(
        request ->
            request
                .routeTableId(known(route.table()).key())
                .destinationCidrBlock(known(route.destination()).toString())
                .vpcPeeringConnectionId(known(route.target()).to().key()));
  }
}
