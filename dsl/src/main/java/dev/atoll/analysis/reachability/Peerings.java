package dev.atoll.analysis.reachability;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.network.VpcPeering.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The VPC peering connections. One carries only packets between the CIDRs of its own two VPCs: what
 * comes from or goes to a third VPC is dropped, so a detour over a common neighbour never works.
 *
 * @param byRef by its id
 * @param byEnds by its two VPCs; those with an unknown end are left out
 * @param mayHaveMore why there may be more between any two VPCs
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html">How VPC
 *     peering connections work</a>
 */
public record Peerings(
    Map<Ref, VpcPeering> byRef,
    Map<Set<Ref>, List<VpcPeering>> byEnds,
    Optional<String> mayHaveMore) {

  /** Indexes what was seen. */
  public static Peerings of(Seen<VpcPeering> seen) {
    return new Peerings(
        seen.stream().collect(Collectors.toMap(VpcPeering::ref, Function.identity(), (a, b) -> a)),
        seen.stream()
            .filter(peering -> ends(peering).isPresent())
            .collect(Collectors.groupingBy(peering -> ends(peering).get())),
        seen.gap()
            .or(
                () ->
                    seen.stream()
                        .filter(peering -> ends(peering).isEmpty())
                        .map(peering -> "which VPCs " + peering.ref() + " connects is unknown")
                        .findFirst()));
  }

  /** The connections between two VPCs, whatever their status. */
  public List<VpcPeering> between(Ref a, Ref b) {
    return byEnds.getOrDefault(Set.of(a, b), List.of());
  }

  /** Those that carry packets, or may once accepted. */
  public List<VpcPeering> alive(Ref a, Ref b) {
    return between(a, b).stream().filter(peering -> !isDead(peering).isYes()).toList();
  }

  /** Whether it will never carry a packet. */
  public static Truth isDead(VpcPeering peering) {
    return peering.status().is(Status.DEAD::equals);
  }

  /** Whether it carries packets. */
  public static Truth isActive(VpcPeering peering) {
    return peering.status().is(Status.ACTIVE::equals);
  }

  /** The station of the peering connection. */
  Hop hop(Placement from, Placement to) {
    List<VpcPeering> all = between(from.vpc(), to.vpc());
    List<Source> where = all.stream().map(VpcPeering::source).toList();
    List<VpcPeering> alive = alive(from.vpc(), to.vpc());
    String text = "peering between %s and %s".formatted(from.vpc(), to.vpc());
    if (alive.isEmpty()) {
      Truth none = mayHaveMore.map(Truth::open).orElse(Truth.NO);
      return Hop.of(Direction.THERE, text, none, where, noneLives(from.vpc(), to.vpc(), all));
    }
    Truth active = Truth.any(alive.stream(), Peerings::isActive);
    VpcPeering first = alive.get(0);
    return Hop.of(
        Direction.THERE,
        text + " (" + first.ref() + ")",
        active,
        where,
        new Obstacle(
            Obstacle.Kind.ACCEPTANCE,
            Direction.THERE,
            "%s was never accepted: it is still pending acceptance".formatted(first.ref()),
            "Accept it on the side of %s within 7 days of the request"
                .formatted(first.accepter().show()),
            where));
  }

  private static Obstacle noneLives(Ref a, Ref b, List<VpcPeering> dead) {
    String text =
        dead.isEmpty()
            ? "there is no peering connection between %s and %s".formatted(a, b)
            : "%s between %s and %s is dead (deleted, rejected, failed or expired)"
                .formatted(dead.get(0).ref(), a, b);
    return new Obstacle(
        Obstacle.Kind.PEERING,
        Direction.THERE,
        text,
        "Make a peering connection between them and accept it",
        dead.stream().map(VpcPeering::source).toList());
  }

  /** Its two VPCs, when both are known and differ. */
  private static Optional<Set<Ref>> ends(VpcPeering peering) {
    return peering
        .requester()
        .asOptional()
        .flatMap(
            a -> peering.accepter().asOptional().filter(b -> !b.equals(a)).map(b -> Set.of(a, b)));
  }
}
