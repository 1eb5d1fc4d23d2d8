package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Protocol;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import java.util.List;
import java.util.Set;

/** Security group rules that are resources of their own, in the old and the new way. */
final class SecurityGroupRuleReader implements ResourceReader {

  static final String OLD = "aws_security_group_rule";
  static final String INGRESS = "aws_vpc_security_group_ingress_rule";
  static final String EGRESS = "aws_vpc_security_group_egress_rule";

  @Override
  public Set<String> types() {
    return Set.of(OLD, INGRESS, EGRESS);
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Ingress.class, Egress.class);
  }

  @Override
  public List<Fact> read(Attributes rule) {
    Value<Ref> group = rule.ref("security_group_id");
    if (rule.type().equals(OLD)) {
      Value<Protocol> protocol = rule.text("protocol").map(Protocol::of);
      Value<Boolean> ingress = rule.text("type").map("ingress"::equals);
      return Rules.facts(rule, rule.ref(), ingress, group, protocol, Rules.peers(rule, group));
    }
    return Rules.facts(
        rule,
        rule.ref(),
        Value.known(rule.type().equals(INGRESS)),
        group,
        rule.text("ip_protocol").map(Protocol::of),
        List.of(peer(rule)));
  }

  private static Value<Peer> peer(Attributes rule) {
    for (String name : List.of("cidr_ipv4", "cidr_ipv6")) {
      if (rule.has(name)) {
        return rule.text(name).flatMap(Rules::addresses);
      }
    }
    return rule.has("prefix_list_id")
        ? rule.ref("prefix_list_id").map(Peer.PrefixList::new)
        : rule.ref("referenced_security_group_id").map(Peer.Group::new);
  }
}
