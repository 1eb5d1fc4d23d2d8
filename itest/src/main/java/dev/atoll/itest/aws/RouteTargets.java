package dev.atoll.itest.aws;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route.Kind;
import dev.atoll.facts.network.Route.Target;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Route;

/**
 * Where a route leads, from the one of AWS's dozen target attributes that is set.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html">Route</a>
 */
final class RouteTargets {

  private RouteTargets() {}

  static Value<Target> of(Route route, Ref vpc) {
    if (route.gatewayId() != null) {
      return Value.known(gateway(route.gatewayId(), vpc));
    }
    return Stream.of(
            target(Kind.VPC_PEERING, route.vpcPeeringConnectionId()),
            target(Kind.NAT_GATEWAY, route.natGatewayId()),
            target(Kind.TRANSIT_GATEWAY, route.transitGatewayId()),
            // An instance is named together with its interface.
            target(Kind.OTHER, route.networkInterfaceId()),
            target(Kind.OTHER, route.instanceId()),
            target(Kind.OTHER, route.egressOnlyInternetGatewayId()),
            target(Kind.OTHER, route.localGatewayId()),
            target(Kind.OTHER, route.carrierGatewayId()),
            target(Kind.OTHER, route.coreNetworkArn()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Value::known)
        .orElseGet(() -> Value.unknown("AWS names no target that is known here"));
  }

  private static Target gateway(String id, Ref vpc) {
    if (id.equals("local")) {
      return new Target(Kind.LOCAL, vpc);
    }
    // Virtual private gateways and gateway endpoints are in the same attribute.
    return new Target(id.startsWith("igw-") ? Kind.INTERNET_GATEWAY : Kind.OTHER, new Ref(id));
  }

  private static Target target(Kind kind, String id) {
    return id == null ? null : new Target(kind, new Ref(id));
  }
}
