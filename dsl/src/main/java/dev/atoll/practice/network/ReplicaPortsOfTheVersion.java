package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.analysis.reachability.Reachability;
import dev.atoll.analysis.reachability.Site;
import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.coder.ReplicaPorts;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * NET-6c. Judges whether the version's ports are known and, where nodes are seen, whether the
 * groups on them admit those ports from the other Regions; the rest of NET-4 is not its matter.
 */
public final class ReplicaPortsOfTheVersion implements Practice {

  private static final About ABOUT =
      About.practice("NET-6c", "The ports open between replicas are those of the Coder version")
          .subject(Subject.CODER)
          .from(
              progress("Important Notes 3"),
              page(
                  "Coder Helm chart 2.27.1, container spec",
                  "https://github.com/coder/coder/blob/v2.27.1/helm/coder/templates/_coder.tpl"),
              page(
                  "coder/coder pull request 26591, cluster port 6222",
                  "https://github.com/coder/coder/pull/26591"),
              page(
                  "coder/coder pull request 29283, cluster on by default",
                  "https://github.com/coder/coder/pull/29283"))
          .because(
              "2.27 relays between replicas on 8080 (DERP). Newer servers also connect to each"
                  + " other on 6222 (NATS), first as an experiment, later by default. After such an"
                  + " upgrade with only 8080 open, replicas look healthy while updates of one"
                  + " region never reach the other.")
          .fix(
              "Open what the version table names for the version, in both directions, in the same"
                  + " change as the upgrade. For a version that is not in the table, find out"
                  + " first.")
          .wants(EvidenceKind.MODEL, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<CoderServer> seen = facts.all(CoderServer.class).facts();
    // The version stands in the cluster; what AWS alone shows is judged by the intended one.
    List<CoderServer> servers =
        seen.isEmpty()
            ? facts.intended().map(wanted -> wanted.all(CoderServer.class).facts()).orElse(seen)
            : seen;
    Set<Integer> ports = new TreeSet<>();
    for (CoderServer server : servers) {
      inspection.look("Coder server");
      server
          .version()
          .fold(version -> known(inspection, server, version, ports), inspection::undecided);
    }
    if (!ports.isEmpty() && facts.origin() != Origin.TOPOLOGY) {
      admitted(inspection, facts, ports);
    }
    return inspection.judgement("nothing says which version of Coder runs");
  }

  private static Inspection known(
      Inspection inspection, CoderServer server, String version, Set<Integer> ports) {
    Optional<ReplicaPorts> line = ReplicaPorts.of(version);
    line.ifPresent(found -> ports.addAll(found.ports()));
    boolean planned = EvidenceKind.of(server.source().origin()) == EvidenceKind.PLAN;
    if (line.isEmpty() && planned && !version.matches("v?\\d.*")) {
      return inspection.undecided("which version \"%s\" is (CDR-9)".formatted(version));
    }
    if (line.isEmpty() && planned && server.region().asOptional().isEmpty()) {
      return inspection.undecided(
          "which ports Coder %s needs between replicas, and where its replicas are"
              .formatted(version));
    }
    return line.isPresent()
        ? inspection
        : inspection.violation(
            "which ports Coder %s needs between replicas is not known".formatted(version),
            server.source());
  }

  private static void admitted(Inspection inspection, Facts facts, Set<Integer> ports) {
    Reachability reachability = Reachability.over(facts);
    Site.Sites sites = Site.of(facts);
    sites.open().ifPresent(inspection::undecided);
    for (Site.Pair pair : sites.orderedPairs()) {
      Value<List<Cidr>> from =
          facts
              .find(Vpc.class, pair.from().vpc())
              .map(Vpc::cidrs)
              .orElseGet(() -> Value.unknown("the addresses of " + pair.from().vpc()));
      from.fold(
          cidrs -> admitted(inspection, reachability, pair, cidrs, ports), inspection::undecided);
    }
  }

  private static Inspection admitted(
      Inspection inspection,
      Reachability reachability,
      Site.Pair pair,
      List<Cidr> cidrs,
      Set<Integer> ports) {
    AddressSet sources = AddressSet.of(cidrs.stream().filter(cidr -> cidr.width() == 32).toList());
    for (NodeInterfaces nodes : pair.to().nodes()) {
      for (int port : ports) {
        inspection
            .look("replica port")
            .require(
                reachability.admitted(nodes, sources, port).all(),
                "%s does not admit TCP %d, which this version of Coder dials, from %s"
                    .formatted(nodes.ref(), port, pair.from().name()),
                nodes.source());
      }
    }
    return inspection;
  }
}
