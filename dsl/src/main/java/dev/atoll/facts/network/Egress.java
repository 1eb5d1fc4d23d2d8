package dev.atoll.facts.network;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * One thing that a security group lets out: one rule, one destination. Rules with several sources
 * are several facts.
 *
 * @param group the security group
 * @param protocol which protocol
 * @param ports which destination ports; every port for protocols without ports
 * @param to the destination
 */
public record Egress(
    Source source,
    Ref ref,
    Value<Ref> group,
    Value<Protocol> protocol,
    Value<PortRange> ports,
    Value<Peer> to)
    implements Fact {}
