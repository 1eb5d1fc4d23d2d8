package dev.atoll.itest.breaks;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import java.util.List;
import java.util.stream.Stream;

/**
 * Facts in words, without the ids that change when something is made again: two worlds are alike
 * when their descriptions are. A deleted peering counts as long as a route leads to it.
 */
record Described(Facts facts) {

  static List<String> facts(Facts facts) {
    Described described = new Described(facts);
    return facts.everything().stream().flatMap(described::words).sorted().toList();
  }

  private Stream<String> words(Fact fact) {
    if (fact instanceof VpcPeering peering) {
      return Stream.of(peering).filter(this::matters).map(this::peering);
    }
    if (fact instanceof Route route) {
      return Stream.of(route(route));
    }
    if (fact instanceof Ingress ingress) {
      return Stream.of(ingress(ingress));
    }
    // Nothing else may change, its id included.
    return Stream.of(fact.toString());
  }

  private boolean matters(VpcPeering peering) {
    return !peering.status().equals(Value.known(VpcPeering.Status.DEAD))
        || facts.all(Route.class).stream()
            .anyMatch(route -> target(route).to().equals(peering.ref()));
  }

  private String peering(VpcPeering peering) {
    return String.join(
        " ",
        "peering",
        region(known(peering.requester())),
        region(known(peering.accepter())),
        peering.status().show());
  }

  private String route(Route route) {
    Ref vpc = known(facts.find(RouteTable.class, known(route.table())).orElseThrow().vpc());
    Route.Target target = target(route);
    String end =
        facts
            .find(VpcPeering.class, target.to())
            .map(peering -> "peering " + peering.status().show())
            .orElse(target.toString());
    return String.join(" ", "route", region(vpc), route.destination().show(), end);
  }

  private String ingress(Ingress rule) {
    SecurityGroup group = facts.find(SecurityGroup.class, known(rule.group())).orElseThrow();
    return String.join(
        " ",
        "ingress",
        region(known(group.vpc())),
        rule.protocol().show(),
        rule.ports().show(),
        rule.from().show(),
        group.name().show());
  }

  private String region(Ref vpc) {
    return facts.find(Vpc.class, vpc).orElseThrow().region().show();
  }

  private static Route.Target target(Route route) {
    return known(route.target());
  }

  private static <T> T known(Value<T> value) {
    return value.asOptional().orElseThrow();
  }
}
