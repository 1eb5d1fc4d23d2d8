package dev.atoll.practice.database;

import dev.atoll.analysis.reachability.Site;
import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.Inspection;
import java.util.List;
import java.util.Set;

/**
 * What the security groups of one database let in.
 *
 * @param inspection where it is noted
 * @param cluster the database
 * @param facts what was read
 * @param clients the VPCs from which clients come
 * @param groups the database's security groups
 */
record DatabaseRules(
    Inspection inspection,
    DatabaseCluster cluster,
    Facts facts,
    List<Site> clients,
    Set<Ref> groups) {

  /** Every client is admitted, and nobody else. */
  Inspection judge() {
    Seen<Ingress> all = facts.all(Ingress.class);
    all.gap().ifPresent(why -> inspection.undecided("what else is admitted: " + why));
    List<Ingress> rules = all.stream().filter(rule -> !isOther(rule)).toList();
    AddressSet admitted = AddressSet.NONE;
    for (Ingress rule : rules) {
      inspection.look("ingress rule");
      List<String> open = rule.group().is(groups::contains).open();
      if (!open.isEmpty()) {
        open.forEach(
            why -> inspection.undecided("whose rule %s is: %s".formatted(rule.ref(), why)));
        continue;
      }
      rule.from().is(peer -> true).open().forEach(inspection::undecided);
      Peer peer = rule.from().asOptional().orElse(null);
      if (peer instanceof Peer.Addresses some) {
        narrow(rule, some.cidr());
        admitted = admitted.union(AddressSet.of(some.cidr()));
      } else if (peer instanceof Peer.Group other) {
        admitted = admitted.union(addressesOf(other));
      } else if (peer instanceof Peer.PrefixList list) {
        inspection.undecided("which addresses are in " + list);
      }
    }
    return everybody(admitted);
  }

  /** A block around two Regions' VPCs is wider than either, even when it has nothing else. */
  private void narrow(Ingress rule, Cidr cidr) {
    // A stranger's VPC may have its nodes described elsewhere.
    boolean stranger = facts.intended().isEmpty() && clients.isEmpty();
    boolean fits =
        (stranger
                ? facts.all(Vpc.class).stream()
                    .flatMap(vpc -> vpc.cidrs().asOptional().orElse(List.of()).stream())
                : clients.stream().flatMap(site -> cidrs(site).stream()))
            .anyMatch(own -> own.contains(cidr));
    Truth isPort =
        rule.protocol()
            .is(Protocol.TCP::equals)
            .and(
                rule.ports()
                    .fold(
                        ports -> cluster.port().is(port -> PortRange.of(port).equals(ports)),
                        Truth::open));
    inspection
        .require(
            fits ? Truth.YES : unseen(),
            "%s admits %s, which is not the VPC of one Region or a part of it, to %s"
                .formatted(rule.ref(), cidr, cluster.ref()),
            rule.source())
        .require(
            isPort,
            "%s opens %s %s of %s, not just TCP %s"
                .formatted(
                    rule.ref(),
                    rule.protocol().show(),
                    rule.ports().show(),
                    cluster.ref(),
                    cluster.port().show()),
            rule.source());
  }

  /** Where VPCs or the nodes in them were not seen, a block may be one of theirs. */
  private Truth unseen() {
    return facts
        .all(Vpc.class)
        .gap()
        .or(() -> facts.all(NodeInterfaces.class).gap())
        .map(why -> Truth.open("whose addresses are admitted: " + why))
        .orElse(Truth.NO);
  }

  private Inspection everybody(AddressSet admitted) {
    for (Site client : clients) {
      AddressSet missing = addresses(client).minus(admitted);
      inspection
          .look("client VPC")
          .require(
              missing.isEmpty() ? Truth.YES : unseenRules(),
              "%s does not admit %s of %s (%s): Coder there never gets ready"
                  .formatted(cluster.ref(), missing, client.vpc(), client.name()),
              cluster.source());
    }
    return inspection;
  }

  /** Where rules or nodes were not seen, one may admit what the others do not. */
  private Truth unseenRules() {
    return facts
        .all(Ingress.class)
        .gap()
        .or(() -> facts.all(NodeInterfaces.class).gap())
        .map(why -> Truth.open("whether every client is admitted: " + why))
        .orElse(Truth.NO);
  }

  private boolean isOther(Ingress rule) {
    return rule.group().is(groups::contains).isNo();
  }

  /**
   * A rule for a group of the client's nodes admits that client's VPC as far as nodes are in it.
   */
  private AddressSet addressesOf(Peer.Group group) {
    return clients.stream()
        .filter(
            site ->
                site.nodes().stream()
                    .anyMatch(
                        nodes -> nodes.groups().is(all -> all.contains(group.group())).isYes()))
        .map(this::addresses)
        .reduce(AddressSet.NONE, AddressSet::union);
  }

  private AddressSet addresses(Site site) {
    return AddressSet.of(cidrs(site));
  }

  private List<Cidr> cidrs(Site site) {
    return facts
        .find(Vpc.class, site.vpc())
        .flatMap(vpc -> vpc.cidrs().asOptional())
        .orElse(List.of());
  }
}
