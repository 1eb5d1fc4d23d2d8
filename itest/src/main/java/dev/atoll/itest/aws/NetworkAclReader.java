package dev.atoll.itest.aws;

import dev.atoll.aws.Protocol;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NetworkAcl;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/** Reads network ACLs and their numbered entries. */
final class NetworkAclReader implements Ec2Reader {

  /** The entries above, shown as "*", deny the rest; nobody can change them. */
  private static final int LAST_NUMBER = 32766;

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NetworkAcl.class, dev.atoll.facts.network.NetworkAclEntry.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2.client().describeNetworkAclsPaginator().networkAcls().stream()
        .flatMap(acl -> Stream.concat(Stream.of(acl(ec2, acl)), entries(ec2, acl)));
  }

  private static NetworkAcl acl(
      RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
    return new NetworkAcl(
        ec2.source(acl.networkAclId()),
        new Ref(acl.networkAclId()),
        Value.known(new Ref(acl.vpcId())),
        Value.known(acl.isDefault()),
        Value.known(
            acl.associations().stream()
                .map(NetworkAclAssociation::subnetId)
                .map(Ref::new)
                .collect(Collectors.toUnmodifiableSet())));
  }

  private static Stream<Fact> entries(
      RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
    return acl.entries().stream()
        .filter(entry -> entry.ruleNumber() <= LAST_NUMBER)
        .map(entry -> entry(ec2, acl.networkAclId(), entry));
  }

  private static Fact entry(RegionalEc2 ec2, String acl, NetworkAclEntry entry) {
    String id =
        "%s/%s/%d".formatted(acl, entry.egress() ? "egress" : "ingress", entry.ruleNumber());
    Protocol protocol = Protocol.of(entry.protocol());
    PortRange ports = entry.portRange();
    return new dev.atoll.facts.network.NetworkAclEntry(
        ec2.source(id),
        new Ref(id),
        Value.known(new Ref(acl)),
        Value.known(entry.ruleNumber()),
        Value.known(entry.egress()),
        Value.known(protocol),
        Value.known(
            ports == null
                ? dev.atoll.aws.PortRange.ALL
                : Ports.of(protocol, ports.from(), ports.to())),
        Cidrs.either(entry.cidrBlock(), entry.ipv6CidrBlock()),
        Value.known(entry.ruleAction() == RuleAction.ALLOW));
  }
}
