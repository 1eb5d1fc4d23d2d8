package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.VpcPeering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the route tables that serve some interfaces. A route is blamed only for its own faults:
 * one that leads into a peering connection which is gone or was never accepted is right as soon as
 * the peering is, so the blame is the peering's.
 */
record Routing(Network network, Peerings peerings) {

  /** What one leg of a look-up comes to: yes, no or open, and why. */
  private record Ruling(Truth truth, String why, Obstacle.Kind kind) {
    static final Ruling RIGHT = new Ruling(Truth.YES, "", Obstacle.Kind.ROUTE);

    static Ruling wrong(String why) {
      return new Ruling(Truth.NO, why, Obstacle.Kind.ROUTE);
    }

    static Ruling open(String why) {
      return new Ruling(Truth.open(why), why, Obstacle.Kind.ROUTE);
    }
  }

  /** The station of the route tables on the side the packet leaves, for its destinations. */
  Hop hop(Direction direction, Placement from, Placement to) {
    return hop(direction, from, to, to.certain(), to.possible());
  }

  /** The same for other destinations in the other VPC. */
  Hop hop(
      Direction direction, Placement from, Placement to, AddressSet certain, AddressSet possible) {
    Map<Value<Optional<Ref>>, List<Ref>> served = tables(from);
    List<Hop> each = new ArrayList<>();
    served.forEach(
        (table, subnets) ->
            each.add(
                table.fold(
                    known -> judge(direction, known, subnets, from, to, certain, possible),
                    why ->
                        Hop.of(
                            direction,
                            "a route table of " + from.vpc(),
                            Truth.open(why),
                            List.of()))));
    Truth truth = from.each(each.stream(), Hop::truth);
    String text = each.stream().map(Hop::text).distinct().collect(Collectors.joining(", "));
    return new Hop(
        direction,
        "%s sends %s to %s".formatted(text, possible, to.vpc()),
        truth,
        truth.isNo() ? each.stream().flatMap(hop -> hop.obstacles().stream()).toList() : List.of(),
        each.stream().flatMap(hop -> hop.where().stream()).distinct().toList());
  }

  /** Whether some packets take another way than a peering: a transit gateway, an appliance. */
  boolean leadsElsewhere(Placement from, Placement to) {
    return tables(from).keySet().stream()
        .flatMap(table -> table.asOptional().stream().flatMap(Optional::stream))
        .flatMap(table -> lookup(Optional.of(table), from.vpc(), to.possible()).legs().stream())
        .flatMap(leg -> leg.route().stream())
        .anyMatch(
            route ->
                route
                    .target()
                    .is(
                        target ->
                            target.kind() == Route.Kind.TRANSIT_GATEWAY
                                || target.kind() == Route.Kind.OTHER)
                    .isYes());
  }

  /** The tables that serve the interfaces, or may, with the subnets they serve. */
  private Map<Value<Optional<Ref>>, List<Ref>> tables(Placement from) {
    Map<Value<Optional<Ref>>, List<Ref>> served = new LinkedHashMap<>();
    for (Ref subnet : from.subnets()) {
      served
          .computeIfAbsent(network.tableOf(subnet, from.vpc()), key -> new ArrayList<>())
          .add(subnet);
    }
    if (served.isEmpty()) {
      for (RouteTable table : network.tables().under(from.vpc())) {
        served.put(Value.known(Optional.of(table.ref())), List.of());
      }
    }
    if (served.isEmpty()) {
      served.put(network.mainTable(from.vpc()), List.of());
    }
    return served;
  }

  private RouteLookup lookup(Optional<Ref> table, Ref vpc, AddressSet addresses) {
    List<Cidr> local = network.cidrs(vpc).fold(all -> all, why -> List.of());
    List<Route> routes = table.map(ref -> network.routes().under(ref)).orElse(List.of());
    return RouteLookup.of(routes, local, addresses);
  }

  private Hop judge(
      Direction direction,
      Optional<Ref> table,
      List<Ref> subnets,
      Placement from,
      Placement to,
      AddressSet certain,
      AddressSet possible) {
    RouteLookup found = lookup(table, from.vpc(), possible);
    String name = table.map(Ref::key).orElse("the main route table of " + from.vpc());
    String text = subnets.isEmpty() ? name : "%s (serving %s)".formatted(name, listed(subnets));
    AddressSet right = AddressSet.NONE;
    AddressSet open = AddressSet.NONE;
    Set<String> reasons = new LinkedHashSet<>();
    List<Obstacle> obstacles = new ArrayList<>();
    List<Source> where = new ArrayList<>();
    for (RouteLookup.Leg leg : found.legs()) {
      Ruling ruling = rule(leg, from.vpc(), to.vpc());
      leg.route().ifPresent(route -> where.add(route.source()));
      if (ruling.truth().isYes()) {
        right = right.union(leg.addresses());
      } else if (ruling.truth().isOpen()) {
        open = open.union(leg.addresses());
        reasons.addAll(ruling.truth().open());
      } else {
        obstacles.add(
            obstacle(
                ruling.kind(),
                direction,
                "in %s, packets for %s %s".formatted(text, leg.addresses(), ruling.why()),
                name,
                from,
                to,
                leg.route().map(Route::source)));
      }
    }
    Optional<String> more = mayHaveMore(table);
    if (!found.nowhere().isEmpty() && more.isPresent()) {
      open = open.union(found.nowhere());
      reasons.add("whether %s has a route to %s: %s".formatted(name, found.nowhere(), more.get()));
    } else if (!found.nowhere().isEmpty()) {
      obstacles.add(
          obstacle(
              Obstacle.Kind.ROUTE,
              direction,
              "%s has no route to %s".formatted(text, found.nowhere()),
              name,
              from,
              to,
              Optional.empty()));
    }
    Coverage coverage = new Coverage(possible, right, open, List.copyOf(reasons));
    Truth truth = coverage.all(certain);
    return new Hop(direction, text, truth, truth.isNo() ? obstacles : List.of(), where);
  }

  private Optional<String> mayHaveMore(Optional<Ref> table) {
    Optional<String> unknownDestination =
        table.stream()
            .flatMap(ref -> network.routes().under(ref).stream())
            .filter(route -> route.destination().asOptional().isEmpty())
            .map(route -> "the destination of " + route.ref())
            .findFirst();
    return network.routes().mayHaveMore().or(() -> unknownDestination);
  }

  private Ruling rule(RouteLookup.Leg leg, Ref from, Ref to) {
    if (from.equals(to)) {
      return leg.isLocal().isYes() ? Ruling.RIGHT : Ruling.open("a route more specific than local");
    }
    if (leg.isLocal().isYes()) {
      return new Ruling(
          Truth.NO,
          "stay in %s: its addresses overlap those of %s".formatted(from, to),
          Obstacle.Kind.OVERLAP);
    }
    Route route = leg.route().orElseThrow();
    return route
        .target()
        .fold(
            target ->
                target.kind() == Route.Kind.VPC_PEERING
                    ? throughPeering(route, target.to(), from, to)
                    : elsewhere(route, target),
            why -> Ruling.open("where " + route.ref() + " leads: " + why));
  }

  private static Ruling elsewhere(Route route, Route.Target target) {
    return switch (target.kind()) {
      case TRANSIT_GATEWAY, OTHER ->
          Ruling.open("whether %s carries it (%s)".formatted(target.to(), route.ref()));
      default ->
          Ruling.wrong(
              "follow the route to %s into %s, which does not lead there"
                  .formatted(route.destination().show(), target.to()));
    };
  }

  private Ruling throughPeering(Route route, Ref into, Ref from, Ref to) {
    List<VpcPeering> alive = peerings.alive(from, to);
    VpcPeering peering = peerings.byRef().get(into);
    boolean direct = peering != null && peerings.between(from, to).contains(peering);
    if (peering != null && !direct) {
      boolean known =
          peering.requester().asOptional().isPresent()
              && peering.accepter().asOptional().isPresent();
      return known
          ? Ruling.wrong(
              "go into %s between %s and %s, and peering is not transitive"
                  .formatted(into, peering.requester().show(), peering.accepter().show()))
          : Ruling.open("which VPCs " + into + " connects");
    }
    if (!alive.isEmpty() && !alive.contains(peering)) {
      return peerings.mayHaveMore().isPresent() && peering == null
          ? Ruling.open("what " + into + " is: " + peerings.mayHaveMore().get())
          : Ruling.wrong(
              "go into %s, which is gone; the living peering is %s"
                  .formatted(into, alive.get(0).ref()));
    }
    boolean carries = peering != null && Peerings.isActive(peering).isYes();
    if (!carries) {
      return Ruling.RIGHT;
    }
    Truth active = route.active().is(Boolean::booleanValue);
    return active.isNo()
        ? Ruling.wrong("fall into a blackhole, although %s is active".formatted(into))
        : new Ruling(active, "", Obstacle.Kind.ROUTE);
  }

  private Obstacle obstacle(
      Obstacle.Kind kind,
      Direction direction,
      String text,
      String table,
      Placement from,
      Placement to,
      Optional<Source> where) {
    String fix =
        kind == Obstacle.Kind.OVERLAP
            ? "Give the VPCs addresses that do not overlap"
            : "Route %s from %s into the peering between %s and %s"
                .formatted(
                    network.cidrs(to.vpc()).fold(Routing::joined, why -> "its addresses"),
                    table,
                    from.vpc(),
                    to.vpc());
    return new Obstacle(kind, direction, text, fix, where.stream().toList());
  }

  private static String joined(List<Cidr> cidrs) {
    return cidrs.stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }

  private static String listed(List<Ref> refs) {
    return refs.stream().map(Ref::key).collect(Collectors.joining(", "));
  }
}
