package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.RouteTableAssociation;
import java.util.Set;
import java.util.stream.Stream;

/** Reads route tables, the subnets they serve, and their routes. */
final class RouteTableReader implements Ec2Reader {

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(RouteTable.class, RouteTableAssociation.class, Route.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    Routes routes = new Routes(ec2);
    return ec2.client().describeRouteTablesPaginator().routeTables().stream()
        .flatMap(
            table ->
                Stream.of(Stream.of(table(ec2, table)), associations(ec2, table), routes.of(table))
                    .flatMap(facts -> facts));
  }

  private static RouteTable table(
      RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.RouteTable table) {
    return new RouteTable(
        ec2.source(table.routeTableId()),
        new Ref(table.routeTableId()),
        Value.known(new Ref(table.vpcId())),
        Value.known(
            table.associations().stream()
                .anyMatch(association -> Boolean.TRUE.equals(association.main()))));
  }

  // A table can serve a gateway as well; that is not about packets that leave a subnet.
  private static Stream<RouteTableAssociation> associations(
      RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.RouteTable table) {
    return table.associations().stream()
        .filter(association -> association.subnetId() != null)
        .map(
            association ->
                new RouteTableAssociation(
                    ec2.source(association.routeTableAssociationId()),
                    new Ref(association.routeTableAssociationId()),
                    Value.known(new Ref(table.routeTableId())),
                    Value.known(new Ref(association.subnetId()))));
  }
}
