package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Site;
import dev.atoll.aws.AddressSet;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.practice.Inspection;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * That the rules of a site's attached groups admit nothing wider from other Regions than replicas
 * need, decided over all addresses, protocols and ports.
 *
 * @param inspection where it is noted
 * @param site the site
 * @param peers the addresses of all other sites
 * @param ports the TCP ports that may be open for them
 */
record PeerRules(Inspection inspection, Site site, AddressSet peers, Set<Integer> ports) {

  void judge(Seen<Ingress> rules) {
    rules
        .gap()
        .ifPresent(
            why ->
                inspection.undecided(
                    "whether something wider is admitted to " + site.vpc() + ": " + why));
    for (Ingress rule : rules.facts()) {
      Truth attached =
          Truth.any(
              site.nodes().stream(),
              nodes ->
                  rule.group()
                      .fold(
                          group -> nodes.groups().is(groups -> groups.contains(group)),
                          why -> Truth.open("which group " + rule.ref() + " belongs to")));
      if (!attached.isNo()) {
        judge(rule, attached);
      }
    }
  }

  private void judge(Ingress rule, Truth attached) {
    if (attached.isYes()) {
      inspection.look("ingress rule");
    }
    rule.from()
        .<Inspection>fold(
            peer -> judge(rule, attached, peer),
            why -> inspection.undecided("what %s admits: %s".formatted(rule.ref(), why)));
  }

  private Inspection judge(Ingress rule, Truth attached, Peer peer) {
    if (peer instanceof Peer.Addresses some) {
      AddressSet sources = AddressSet.of(some.cidr());
      boolean anywhere = some.cidr().length() == 0;
      if (anywhere || !sources.intersect(peers).isEmpty()) {
        narrow(rule, attached, sources, anywhere);
      }
    } else if (peer instanceof Peer.PrefixList list) {
      inspection.undecided("which addresses are in %s, of %s".formatted(list, rule.ref()));
    }
    // A group is of the same Region, so its rule admits nobody from another.
    return inspection;
  }

  private void narrow(Ingress rule, Truth attached, AddressSet sources, boolean anywhere) {
    String group = "%s, attached to the nodes of %s,".formatted(rule.group().show(), site.vpc());
    if (anywhere) {
      require(rule, attached, Truth.NO, "%s admits %s from anywhere".formatted(group, what(rule)));
      return;
    }
    AddressSet wider = sources.minus(peers);
    require(
        rule,
        attached,
        Truth.of(wider.isEmpty()),
        "%s admits %s, which belongs to no peer VPC".formatted(group, wider));
    Truth protocol = rule.protocol().is(Protocol.TCP::equals);
    Truth allowed = rule.ports().is(this::allowed);
    require(
        rule,
        attached,
        protocol.and(allowed),
        "%s admits %s from %s, not just TCP %s".formatted(group, what(rule), sources, ports));
  }

  private boolean allowed(PortRange range) {
    return IntStream.rangeClosed(range.first(), range.last()).allMatch(ports::contains);
  }

  private void require(Ingress rule, Truth attached, Truth holds, String otherwise) {
    inspection.require(attached.not().or(holds), otherwise, rule.source());
  }

  private static String what(Ingress rule) {
    return rule.protocol()
        .fold(
            protocol ->
                protocol.equals(Protocol.ALL)
                    ? protocol.toString()
                    : "%s %s".formatted(protocol, rule.ports().show()),
            why -> "a protocol that is not known");
  }
}
