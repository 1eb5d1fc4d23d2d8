package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.network.RouteTableAssociation;
import java.util.List;
import java.util.Set;

/** Which route table serves a subnet. Tables of gateways are no concern here. */
final class RouteTableAssociationReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_route_table_association");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(RouteTableAssociation.class);
  }

  @Override
  public List<RouteTableAssociation> read(Attributes association) {
    if (association.has("gateway_id") && !association.has("subnet_id")) {
      return List.of();
    }
    return List.of(
        new RouteTableAssociation(
            association.source(),
            association.ref(),
            association.ref("route_table_id"),
            association.ref("subnet_id")));
  }
}
