package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.Truth;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.Route.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one route table sends packets for some addresses: for each address the route with the
 * longest prefix decides, a blackhole too; the local route of the VPC is always there, listed or
 * not.
 *
 * @param legs the addresses, by the route that decides over them
 * @param nowhere the addresses that no route is for
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html">Route
 *     priority</a>
 */
record RouteLookup(List<Leg> legs, AddressSet nowhere) {

  /**
   * Addresses that one route decides over.
   *
   * @param route the route; empty for the implicit local one
   */
  record Leg(Optional<Route> route, AddressSet addresses) {
    /** Whether they stay in the VPC. */
    Truth isLocal() {
      return route.map(seen -> seen.target().is(to -> to.kind() == Kind.LOCAL)).orElse(Truth.YES);
    }
  }

  private record Entry(Cidr destination, Optional<Route> route) {}

  /**
   * Looks the addresses up in these routes. Routes with an unknown destination decide over none.
   */
  static RouteLookup of(List<Route> routes, List<Cidr> local, AddressSet addresses) {
    List<Entry> entries = new ArrayList<>();
    // The local routes come first: of two equal prefixes the local one wins.
    local.forEach(cidr -> entries.add(new Entry(cidr, Optional.empty())));
    for (Route route : routes) {
      route
          .destination()
          .asOptional()
          .ifPresent(cidr -> entries.add(new Entry(cidr, Optional.of(route))));
    }
    entries.sort(Comparator.comparingInt(entry -> -entry.destination().length()));
    List<Leg> legs = new ArrayList<>();
    AddressSet left = addresses;
    for (Entry entry : entries) {
      AddressSet hit = left.intersect(AddressSet.of(entry.destination()));
      if (!hit.isEmpty()) {
        legs.add(new Leg(entry.route(), hit));
        left = left.minus(hit);
      }
    }
    return new RouteLookup(legs, left);
  }
}
