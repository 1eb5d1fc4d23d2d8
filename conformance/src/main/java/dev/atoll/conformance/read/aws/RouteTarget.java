package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route.Kind;
import dev.atoll.facts.network.Route.Target;
import java.util.List;
import java.util.Map;

/** Where a route leads and which packets it is for; the same in both ways of writing routes. */
final class RouteTarget {

  private static final List<Map.Entry<String, Kind>> KINDS =
      List.of(
          Map.entry("vpc_peering_connection_id", Kind.VPC_PEERING),
          Map.entry("gateway_id", Kind.INTERNET_GATEWAY),
          Map.entry("nat_gateway_id", Kind.NAT_GATEWAY),
          Map.entry("transit_gateway_id", Kind.TRANSIT_GATEWAY),
          Map.entry("egress_only_gateway_id", Kind.OTHER),
          Map.entry("vpc_endpoint_id", Kind.OTHER),
          Map.entry("network_interface_id", Kind.OTHER),
          Map.entry("instance_id", Kind.OTHER),
          Map.entry("carrier_gateway_id", Kind.OTHER),
          Map.entry("local_gateway_id", Kind.OTHER),
          Map.entry("core_network_arn", Kind.OTHER));

  private RouteTarget() {}

  /** The target of a route in that VPC. */
  static Value<Target> of(Attributes route, Value<Ref> vpc) {
    for (Map.Entry<String, Kind> kind : KINDS) {
      if (route.has(kind.getKey())) {
        Value<Ref> to = route.ref(kind.getKey());
        return to.flatMap(ref -> target(kind.getValue(), ref, vpc));
      }
    }
    return Value.unknown("the route names no target that is known here");
  }

  private static Value<Target> target(Kind kind, Ref to, Value<Ref> vpc) {
    if (to.key().equals("local")) {
      return vpc.map(ref -> new Target(Kind.LOCAL, ref));
    }
    boolean internet = to.key().startsWith("igw-") || to.key().contains("aws_internet_gateway.");
    // A gateway_id may also be a virtual private gateway.
    boolean other = kind == Kind.INTERNET_GATEWAY && !internet;
    return Value.known(new Target(other ? Kind.OTHER : kind, to));
  }

  /** The destination; those of managed prefix lists are not known. */
  static Value<Cidr> destination(Attributes route, String prefix) {
    for (String name : List.of(prefix + "cidr_block", prefix + "ipv6_cidr_block")) {
      if (route.has(name)) {
        return route.cidr(name);
      }
    }
    return Value.unknown("the destination is a managed prefix list");
  }
}
