package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Peerings;
import dev.atoll.analysis.reachability.Site;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * NET-2. That the primary asked for the connection is not judged: no fact says which Region is the
 * primary one.
 */
public final class PeeringIsActive implements Practice {

  private static final About ABOUT =
      About.practice("NET-2", "Every pair of Regions has one peering connection, and it is active")
          .subject(Subject.CODER)
          .from(
              Citation.progress("Networking"),
              Citation.page(
                  "How VPC peering connections work",
                  "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html"))
          .because(
              "Without an active peering no packet crosses: replicas find each other in the"
                  + " database and time out. A request to another Region is never accepted by"
                  + " itself and expires after 7 days. Peering is not transitive, so each pair"
                  + " needs its own.")
          .fix(
              "Request one peering connection per pair of VPCs, and accept it with a resource in"
                  + " the other Region (aws_vpc_peering_connection_accepter with auto_accept ="
                  + " true).")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Seen<VpcPeering> seen = facts.all(VpcPeering.class);
    Peerings peerings = Peerings.of(seen);
    Site.Sites sites = Site.of(facts);
    sites.pairs().forEach(pair -> pairIsPeered(inspection, pair, peerings));
    sites.open().ifPresent(inspection::undecided);
    seen.stream()
        .filter(peering -> !Peerings.isDead(peering).isYes())
        .forEach(peering -> endsAreKnown(inspection, peering, facts.all(Vpc.class)));
    peerings.byEnds().keySet().forEach(ends -> noneIsDouble(inspection, ends, peerings));
    return inspection.judgement("there is no second VPC with nodes, and no peering connection");
  }

  private static void pairIsPeered(Inspection inspection, Site.Pair pair, Peerings peerings) {
    inspection.look("VPC pair");
    List<VpcPeering> alive = peerings.alive(pair.from().vpc(), pair.to().vpc());
    String between =
        "%s (%s) and %s (%s)"
            .formatted(pair.from().vpc(), pair.from().name(), pair.to().vpc(), pair.to().name());
    if (alive.isEmpty()) {
      inspection.require(
          peerings.mayHaveMore().map(Truth::open).orElse(Truth.NO),
          "there is no living peering connection between " + between,
          Stream.of(pair.from(), pair.to())
              .flatMap(site -> site.nodes().stream())
              .map(NodeInterfaces::source)
              .toArray(Source[]::new));
      return;
    }
    inspection.require(
        Truth.any(alive.stream(), Peerings::isActive),
        "%s between %s was never accepted".formatted(alive.get(0).ref(), between),
        alive.stream().map(VpcPeering::source).toArray(Source[]::new));
  }

  private static void endsAreKnown(Inspection inspection, VpcPeering peering, Seen<Vpc> vpcs) {
    inspection.look("peering connection");
    Set<Ref> known = vpcs.stream().map(Vpc::ref).collect(Collectors.toSet());
    for (Value<Ref> end : List.of(peering.requester(), peering.accepter())) {
      Truth isThere = end.is(known::contains).or(vpcs.gap().map(Truth::open).orElse(Truth.NO));
      inspection.require(
          isThere,
          "%s leads to %s, and there is no such VPC".formatted(peering.ref(), end.show()),
          peering.source());
    }
    Value<Boolean> apart =
        peering.requester().flatMap(a -> peering.accepter().map(b -> !a.equals(b)));
    inspection.require(
        apart.is(Boolean::booleanValue),
        "%s connects %s with itself".formatted(peering.ref(), peering.requester().show()),
        peering.source());
  }

  private static void noneIsDouble(Inspection inspection, Set<Ref> ends, Peerings peerings) {
    List<Ref> two = List.copyOf(ends);
    List<VpcPeering> alive = peerings.alive(two.get(0), two.get(1));
    List<VpcPeering> surely = alive.stream().filter(p -> Peerings.isDead(p).isNo()).toList();
    if (surely.size() > 1) {
      inspection.violation(
          "%s are two peering connections between the same VPCs; AWS allows one"
              .formatted(
                  surely.stream().map(p -> p.ref().key()).collect(Collectors.joining(" and "))),
          surely.stream().map(VpcPeering::source).toArray(Source[]::new));
    }
  }
}
