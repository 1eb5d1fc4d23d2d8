package dev.atoll.facts.network;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * One numbered entry of a network ACL; the entry with the lowest number that matches decides, and
 * what none matches is denied.
 *
 * @param acl the network ACL
 * @param number its place in the order, 1 to 32766
 * @param egress whether it is for packets that leave the subnet
 * @param protocol which protocol
 * @param ports which destination ports
 * @param cidr the other side's addresses
 * @param allow whether it allows or denies
 */
public record NetworkAclEntry(
    Source source,
    Ref ref,
    Value<Ref> acl,
    Value<Integer> number,
    Value<Boolean> egress,
    Value<Protocol> protocol,
    Value<PortRange> ports,
    Value<Cidr> cidr,
    Value<Boolean> allow)
    implements Fact {}
