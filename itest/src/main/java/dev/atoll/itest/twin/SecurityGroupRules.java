package dev.atoll.itest.twin;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whom security groups let in. */
record SecurityGroupRules(List<Ingress> rules) {

  static SecurityGroupRules of(Facts facts) {
    return new SecurityGroupRules(facts.all(Ingress.class).facts());
  }

  /**
   * Whether a TCP connection certainly comes in.
   *
   * @param groups the groups of who is connected to
   * @param from the addresses of who connects, all of which have to be admitted
   * @param carrying the groups of who connects
   */
  boolean admit(Set<Ref> groups, int port, Collection<Cidr> from, Set<Ref> carrying) {
    List<Peer> peers =
        rules.stream()
            .filter(rule -> rule.group().is(groups::contains).isYes())
            .filter(rule -> rule.protocol().is(each -> each.covers(Protocol.TCP)).isYes())
            .filter(rule -> rule.ports().is(each -> contains(each, port)).isYes())
            .flatMap(rule -> rule.from().asOptional().stream())
            .toList();
    boolean byGroup =
        peers.stream()
            .anyMatch(peer -> peer instanceof Peer.Group group && carrying.contains(group.group()));
    return byGroup
        || (!from.isEmpty()
            && from.stream().allMatch(cidr -> peers.stream().anyMatch(peer -> isFor(peer, cidr))));
  }

  private static boolean contains(PortRange range, int port) {
    return range.contains(PortRange.of(port));
  }

  private static boolean isFor(Peer peer, Cidr cidr) {
    return peer instanceof Peer.Addresses addresses && addresses.cidr().contains(cidr);
  }
}
