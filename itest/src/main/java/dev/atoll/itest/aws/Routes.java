package dev.atoll.itest.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/**
 * The routes of a table. A route to a prefix list, as every gateway endpoint makes one, is one fact
 * for each prefix in the list: left unresolved it could be for any packet.
 */
record Routes(RegionalEc2 ec2) {

  private record Destination(String key, Value<Cidr> cidr) {}

  Stream<Route> of(RouteTable table) {
    return table.routes().stream()
        .flatMap(route -> destinations(route).map(destination -> fact(table, route, destination)));
  }

  private Route fact(
      RouteTable table,
      software.amazon.awssdk.services.ec2.model.Route route,
      Destination destination) {
    String id = table.routeTableId() + "/" + destination.key();
    return new Route(
        ec2.source(id),
        new Ref(id),
        Value.known(new Ref(table.routeTableId())),
        destination.cidr(),
        RouteTargets.of(route, new Ref(table.vpcId())),
        active(route.state()));
  }

  private Stream<Destination> destinations(software.amazon.awssdk.services.ec2.model.Route route) {
    if (route.destinationPrefixListId() != null) {
      return entries(route.destinationPrefixListId());
    }
    String cidr =
        route.destinationCidrBlock() != null
            ? route.destinationCidrBlock()
            : route.destinationIpv6CidrBlock();
    return Stream.of(new Destination(cidr, Cidrs.read(cidr)));
  }

  private Stream<Destination> entries(String list) {
    try {
      return ec2
          .client()
          .getManagedPrefixListEntriesPaginator(request -> request.prefixListId(list))
          .entries()
          .stream()
          .map(PrefixListEntry::cidr)
          .map(cidr -> new Destination(list + "/" + cidr, Cidrs.read(cidr)))
          .toList()
          .stream();
    } catch (Ec2Exception | RefusedCall e) {
      return Stream.of(
          new Destination(
              list, Value.unknown("the entries of %s: %s".formatted(list, e.getMessage()))));
    }
  }

  private static Value<Boolean> active(RouteState state) {
    if (state == RouteState.ACTIVE || state == RouteState.BLACKHOLE) {
      return Value.known(state == RouteState.ACTIVE);
    }
    return Value.unknown("its state, " + state);
  }
}
