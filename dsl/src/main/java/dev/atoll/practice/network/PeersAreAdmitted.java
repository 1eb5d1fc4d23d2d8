package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Coverage;
import dev.atoll.analysis.reachability.Reachability;
import dev.atoll.analysis.reachability.Site;
import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** NET-4. */
public final class PeersAreAdmitted implements Practice {

  private static final About ABOUT =
      About.practice(
              "NET-4",
              "Nodes admit the replica port from the peer VPC, and nothing else from there")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
          .from(
              Citation.progress("Cross-Region Replica Communication"),
              Citation.page(
                  "High Availability", "https://coder.com/docs/admin/networking/high-availability"),
              Citation.page(
                  "Security group rules",
                  "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"),
              Citation.page(
                  "Outbound internet access for Pods",
                  "https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html"))
          .because(
              "Without the rule, or with it on a group that the nodes do not carry, replicas see"
                  + " each other in the database and time out. Packets carry node addresses of any"
                  + " subnet of the peer, so a rule for less than its CIDR fails for some replicas;"
                  + " a rule for more opens every workspace's node to the other Region, or to the"
                  + " world.")
          .fix(
              "On the security group that is attached to the nodes, admit TCP 8080 (and the ports"
                  + " that Coder's version adds) from the peer VPC's CIDR, one rule per peer;"
                  + " remove wider rules.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    DialledPorts dialled = DialledPorts.of(facts);
    Reachability reachability = Reachability.over(facts);
    Site.Sites sites = Site.of(facts);
    sites.open().ifPresent(inspection::undecided);
    Map<Ref, Value<List<Cidr>>> cidrs = new HashMap<>();
    facts.all(Vpc.class).stream().forEach(vpc -> cidrs.put(vpc.ref(), vpc.cidrs()));
    Value<List<Cidr>> unseen = Value.unknown("the addresses of a VPC that was not seen");
    for (Site.Pair pair : sites.orderedPairs()) {
      cidrs
          .getOrDefault(pair.from().vpc(), unseen)
          .<Inspection>fold(
              all -> admits(inspection, reachability, pair, all, dialled), inspection::undecided);
    }
    Seen<Ingress> rules = facts.all(Ingress.class);
    for (Site site : sites.sites().size() > 1 ? sites.sites() : List.<Site>of()) {
      AddressSet peers =
          sites.sites().stream()
              .filter(other -> !other.vpc().equals(site.vpc()))
              .flatMap(other -> cidrs.getOrDefault(other.vpc(), unseen).asOptional().stream())
              .map(AddressSet::of)
              .reduce(AddressSet.NONE, AddressSet::union);
      new PeerRules(inspection, site, peers, dialled.ports()).judge(rules);
    }
    return dialled.conclude(inspection, "there is no second VPC with nodes");
  }

  /** Everything that has to be admitted is. */
  private static Inspection admits(
      Inspection inspection,
      Reachability reachability,
      Site.Pair pair,
      List<Cidr> from,
      DialledPorts dialled) {
    AddressSet sources = AddressSet.of(from.stream().filter(cidr -> cidr.width() == 32).toList());
    for (NodeInterfaces nodes : pair.to().nodes()) {
      for (int port : dialled.ports()) {
        inspection.look("replica port");
        Coverage admitted = reachability.admitted(nodes, sources, port);
        admitted.all().open().forEach(inspection::undecided);
        if (admitted.all().isNo()) {
          String partly = admitted.isPartial() ? ", but only " + admitted.through() : "";
          inspection.violation(
              new Finding(
                  ABOUT,
                  "%s does not admit TCP %d from %s (%s, %s)%s"
                      .formatted(
                          nodes.ref(),
                          port,
                          admitted.blocked(),
                          pair.from().vpc(),
                          pair.from().name(),
                          partly),
                  List.of(nodes.source()),
                  "Admit TCP %d from %s on a group that is attached: %s"
                      .formatted(port, sources, nodes.groups().show()),
                  List.of()));
        }
      }
    }
    return inspection;
  }
}
