package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Hop;
import dev.atoll.analysis.reachability.Obstacle;
import dev.atoll.analysis.reachability.Reachability;
import dev.atoll.analysis.reachability.Site;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;

/**
 * NET-3. Whether the peering is there is NET-2's matter: a route into one that is missing or not
 * accepted is right.
 */
public final class RoutesLeadThroughPeering implements Practice {

  private static final About ABOUT =
      About.practice(
              "NET-3",
              "Every route table that serves nodes leads to the peer's whole CIDR, both ways")
          .harm(Harm.STOPS_USERS)
          .from(
              Citation.progress("Networking"),
              Citation.page(
                  "Update your route tables for a VPC peering connection",
                  "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html"),
              Citation.page(
                  "Route priority",
                  "https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html"))
          .because(
              "A packet needs a route there and its answer a route back. Where one zone's table"
                  + " lacks it, only replicas on that zone's nodes time out, and which ones those"
                  + " are changes with every rescheduling.")
          .fix(
              "Add a route to the peer's CIDR through the peering connection to every route table"
                  + " that serves node subnets, on both sides.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Reachability reachability = Reachability.over(facts);
    Site.Sites sites = Site.of(facts);
    sites.open().ifPresent(inspection::undecided);
    for (Site.Pair pair : sites.orderedPairs()) {
      for (NodeInterfaces nodes : pair.from().nodes()) {
        inspection.look("routing direction");
        Hop hop = reachability.routesToWholeVpc(nodes, pair.to().nodes().get(0));
        hop.truth().open().forEach(inspection::undecided);
        hop.obstacles().stream()
            // Overlapping addresses are NET-1's matter.
            .filter(obstacle -> obstacle.kind() == Obstacle.Kind.ROUTE)
            .forEach(obstacle -> inspection.violation(finding(obstacle, nodes, hop)));
      }
    }
    return inspection.judgement("there is no second VPC with nodes");
  }

  private static Finding finding(Obstacle obstacle, NodeInterfaces nodes, Hop hop) {
    List<Source> where = obstacle.where().isEmpty() ? List.of(nodes.source()) : obstacle.where();
    return new Finding(ABOUT, obstacle.text(), where, obstacle.fix(), List.of(hop.line()));
  }
}
