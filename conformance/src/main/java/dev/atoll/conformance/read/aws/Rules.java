package dev.atoll.conformance.read.aws;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the three ways of writing security group rules have in common. */
final class Rules {

  private Rules() {}

  /** The protocol and the ports as the arguments of these names say. */
  static Value<PortRange> ports(Value<Protocol> protocol, Attributes rule) {
    return protocol.flatMap(
        known -> {
          boolean ports = known.equals(Protocol.TCP) || known.equals(Protocol.UDP);
          boolean given = rule.has("from_port") || rule.has("to_port");
          if (!ports || !given) {
            return Value.known(PortRange.ALL);
          }
          return rule.number("from_port")
              .flatMap(from -> rule.number("to_port").flatMap(to -> range(from, to)));
        });
  }

  private static Value<PortRange> range(int from, int to) {
    if (from == -1) {
      return Value.known(PortRange.ALL);
    }
    return from >= 0 && from <= to && to <= 65535
        ? Value.known(new PortRange(from, to))
        : Value.unknown(from + " to " + to + " is no range of ports");
  }

  /** The other sides that a rule lists in the way of older resources and of inline blocks. */
  static List<Value<Peer>> peers(Attributes rule, Value<Ref> group) {
    List<Value<Peer>> peers = new ArrayList<>();
    for (String name : List.of("cidr_blocks", "ipv6_cidr_blocks")) {
      rule.texts(name).forEach(text -> peers.add(text.flatMap(Rules::addresses)));
    }
    rule.eachRef("prefix_list_ids").forEach(list -> peers.add(list.map(Peer.PrefixList::new)));
    rule.eachRef("security_groups").forEach(other -> peers.add(other.map(Peer.Group::new)));
    if (rule.has("source_security_group_id")) {
      peers.add(rule.ref("source_security_group_id").map(Peer.Group::new));
    }
    Value<Boolean> self = rule.flag("self", false);
    if (!self.is(yes -> !yes).isYes()) {
      // The provider also writes self beside the group's own id; that is one source.
      Value<Peer> own = self.flatMap(yes -> group.map(Peer.Group::new));
      if (!peers.contains(own)) {
        peers.add(own);
      }
    }
    return peers;
  }

  static Value<Peer> addresses(String cidr) {
    return Attributes.parse(cidr).map(Peer.Addresses::new);
  }

  /** One fact for each of these other sides. */
  static List<Fact> facts(
      Attributes rule,
      Ref ref,
      Value<Boolean> ingress,
      Value<Ref> group,
      Value<Protocol> protocol,
      List<Value<Peer>> peers) {
    Value<PortRange> ports = ports(protocol, rule);
    List<Fact> facts = new ArrayList<>();
    for (Value<Peer> peer : peers) {
      String other = peer.fold(Object::toString, why -> "?" + facts.size());
      Ref one = peers.size() == 1 ? ref : new Ref(ref + "[" + other + "]");
      // A rule whose direction is unknown may be either.
      if (!ingress.is(yes -> yes).isNo()) {
        facts.add(new Ingress(rule.source(), one, group, protocol, ports, peer));
      }
      if (!ingress.is(yes -> yes).isYes()) {
        facts.add(new Egress(rule.source(), one, group, protocol, ports, peer));
      }
    }
    return facts;
  }

  /** What a rule says, when all of it is known. */
  static Optional<Object> sense(Fact fact) {
    List<Object> sense = new ArrayList<>();
    boolean all =
        fact instanceof Ingress in
            ? add(sense, "in", in.group(), in.protocol(), in.ports(), in.from())
            : fact instanceof Egress out
                && add(sense, "out", out.group(), out.protocol(), out.ports(), out.to());
    return all ? Optional.of(sense) : Optional.empty();
  }

  private static boolean add(List<Object> sense, String direction, Value<?>... values) {
    sense.add(direction);
    boolean all = true;
    for (Value<?> value : values) {
      sense.add(value.show());
      all &= value.asOptional().isPresent();
    }
    return all;
  }
}
