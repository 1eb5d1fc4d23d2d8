package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.resource.Things;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.Route.Target;
import dev.atoll.facts.network.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Route tables and their inline routes. */
final class RouteTableReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_route_table", "aws_default_route_table");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(RouteTable.class, Route.class);
  }

  @Override
  public List<Fact> read(Attributes table) {
    List<Fact> facts = new ArrayList<>();
    Value<Ref> vpc = vpc(table);
    facts.add(new RouteTable(table.source(), table.ref(), vpc, main(table, vpc)));
    List<Route> separate =
        Apart.of(table.things(), "aws_route", "route_table_id", table.ref()).stream()
            .flatMap(route -> new RouteReader().read(route).stream())
            .toList();
    facts.addAll(
        Apart.without(
            inline(table, vpc),
            separate,
            route -> route.destination().asOptional().map(Object.class::cast)));
    return facts;
  }

  /** The VPC of a route table. */
  static Value<Ref> vpc(Ref table, Things things) {
    return things
        .at(table)
        .map(RouteTableReader::vpc)
        .orElseGet(() -> Value.unknown(table + " is not in what was read"));
  }

  private static Value<Ref> vpc(Attributes table) {
    if (!table.type().equals("aws_default_route_table") || table.has("vpc_id")) {
      return table.ref("vpc_id");
    }
    return table.ownerOf("default_route_table_id");
  }

  private static Value<Boolean> main(Attributes table, Value<Ref> vpc) {
    List<Attributes> all = table.things().ofType("aws_main_route_table_association");
    if (all.isEmpty()) {
      return Value.known(table.type().equals("aws_default_route_table"));
    }
    boolean chosen =
        !table
            .things()
            .pointing("aws_main_route_table_association", "route_table_id", table.ref())
            .isEmpty();
    if (chosen || !table.type().equals("aws_default_route_table")) {
      boolean sure =
          chosen
              || all.stream().allMatch(one -> one.ref("route_table_id").asOptional().isPresent());
      return sure
          ? Value.known(chosen)
          : Value.unknown("an aws_main_route_table_association may choose it");
    }
    return vpc.map(
        ref ->
            table.things().pointing("aws_main_route_table_association", "vpc_id", ref).isEmpty());
  }

  private static List<Route> inline(Attributes table, Value<Ref> vpc) {
    return table
        .blocks("route")
        .fold(
            blocks -> {
              List<Route> routes = new ArrayList<>();
              blocks.forEach(block -> routes.add(inline(table, vpc, block, routes.size())));
              return routes;
            },
            why -> List.of(unknown(table, why)));
  }

  private static Route inline(Attributes table, Value<Ref> vpc, Attributes block, int index) {
    Value<Cidr> destination = RouteTarget.destination(block, "");
    Value<Target> target = RouteTarget.of(block, vpc);
    String key = destination.fold(Object::toString, why -> "?" + index);
    return new Route(
        table.source(),
        new Ref(table.ref() + ".route[" + key + "]"),
        Value.known(table.ref()),
        destination,
        target,
        active(table, target));
  }

  /** An inline route has no status; where it leads to is there when it is in the root too. */
  private static Value<Boolean> active(Attributes table, Value<Target> target) {
    Optional<Target> to = target.asOptional();
    boolean there = to.flatMap(found -> table.things().at(found.to())).isPresent();
    return table.things().root().origin() != Origin.STATE || there
        ? Value.known(true)
        : Value.unknown("a state does not say whether an inline route is a blackhole");
  }

  private static Route unknown(Attributes table, String why) {
    return new Route(
        table.source(),
        new Ref(table.ref() + ".route"),
        Value.known(table.ref()),
        Value.unknown(why),
        Value.unknown(why),
        Value.unknown(why));
  }
}
