package dev.atoll.itest.aws;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/**
 * Reads what security groups let in and out. DescribeSecurityGroupRules has one rule for one other
 * side, with an id of its own, as the facts do.
 */
final class SecurityGroupRuleReader implements Ec2Reader {

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Ingress.class, Egress.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2
        .client()
        .describeSecurityGroupRulesPaginator(request -> {})
        .securityGroupRules()
        .stream()
        .map(rule -> fact(ec2, rule));
  }

  private static Fact fact(RegionalEc2 ec2, SecurityGroupRule rule) {
    Source source = ec2.source("%s of %s".formatted(rule.securityGroupRuleId(), rule.groupId()));
    Ref ref = new Ref(rule.securityGroupRuleId());
    Value<Ref> group = Value.known(new Ref(rule.groupId()));
    Protocol protocol = Protocol.of(rule.ipProtocol());
    Value<PortRange> ports = Value.known(Ports.of(protocol, rule.fromPort(), rule.toPort()));
    return Boolean.TRUE.equals(rule.isEgress())
        ? new Egress(source, ref, group, Value.known(protocol), ports, otherSide(rule))
        : new Ingress(source, ref, group, Value.known(protocol), ports, otherSide(rule));
  }

  private static Value<Peer> otherSide(SecurityGroupRule rule) {
    if (rule.referencedGroupInfo() != null) {
      return Value.known(new Peer.Group(new Ref(rule.referencedGroupInfo().groupId())));
    }
    if (rule.prefixListId() != null) {
      return Value.known(new Peer.PrefixList(new Ref(rule.prefixListId())));
    }
    return Cidrs.either(rule.cidrIpv4(), rule.cidrIpv6()).map(Peer.Addresses::new);
  }
}
