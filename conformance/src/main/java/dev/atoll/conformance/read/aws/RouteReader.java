package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route;
import java.util.List;
import java.util.Set;

/** Routes that are resources of their own. */
final class RouteReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_route");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Route.class);
  }

  @Override
  public List<Route> read(Attributes route) {
    Value<Ref> table = route.ref("route_table_id");
    Value<Ref> vpc = table.flatMap(ref -> RouteTableReader.vpc(ref, route.things()));
    return List.of(
        new Route(
            route.source(),
            route.ref(),
            table,
            RouteTarget.destination(route, "destination_"),
            RouteTarget.of(route, vpc),
            // AWS refuses a route to a target that is not there, so a new route is active.
            route.text("state", "active").map("active"::equals)));
  }
}
