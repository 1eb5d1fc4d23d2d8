package dev.atoll.analysis.reachability;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;

/** A security group rule, whichever way it is for. */
record Rule(
    Source source,
    Ref ref,
    Value<Ref> group,
    Value<Protocol> protocol,
    Value<PortRange> ports,
    Value<Peer> peer) {

  static Rule of(Ingress rule) {
    return new Rule(
        rule.source(), rule.ref(), rule.group(), rule.protocol(), rule.ports(), rule.from());
  }

  static Rule of(Egress rule) {
    return new Rule(
        rule.source(), rule.ref(), rule.group(), rule.protocol(), rule.ports(), rule.to());
  }

  /** Whether it speaks of TCP packets to that port. */
  Truth isFor(int port) {
    return protocol
        .is(name -> name.covers(Protocol.TCP))
        .and(
            protocol
                .is(Protocol.ALL::equals)
                .or(ports.is(range -> range.contains(PortRange.of(port)))));
  }
}
