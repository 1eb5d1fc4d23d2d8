package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Protocol;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NetworkAclEntry;
import java.util.List;
import java.util.Set;

/** Entries of network ACLs that are resources of their own. */
final class NetworkAclRuleReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_network_acl_rule");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NetworkAclEntry.class);
  }

  @Override
  public List<NetworkAclEntry> read(Attributes rule) {
    return List.of(
        entry(
            rule,
            rule.ref(),
            rule.ref("network_acl_id"),
            rule.number("rule_number"),
            rule.flag("egress", false),
            rule.text("rule_action")));
  }

  /** An entry whose protocol, ports and addresses are written as both ways have them. */
  static NetworkAclEntry entry(
      Attributes from,
      Ref ref,
      Value<Ref> acl,
      Value<Integer> number,
      Value<Boolean> egress,
      Value<String> action) {
    Value<Protocol> protocol = from.text("protocol").map(Protocol::of);
    Value<Cidr> cidr =
        from.has("ipv6_cidr_block") ? from.cidr("ipv6_cidr_block") : from.cidr("cidr_block");
    return new NetworkAclEntry(
        from.source(),
        ref,
        acl,
        number,
        egress,
        protocol,
        Rules.ports(protocol, from),
        cidr,
        action.map("allow"::equalsIgnoreCase));
  }
}
