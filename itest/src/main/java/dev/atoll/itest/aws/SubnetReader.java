package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Subnet;
import java.util.Set;
import java.util.stream.Stream;

/** Reads subnets. */
final class SubnetReader implements Ec2Reader {

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Subnet.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2.client().describeSubnetsPaginator().subnets().stream()
        .map(subnet -> fact(ec2, subnet));
  }

  private static Subnet fact(
      RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.Subnet subnet) {
    String ipv6 =
        subnet.ipv6CidrBlockAssociationSet().stream()
            .map(block -> block.ipv6CidrBlock())
            .findFirst()
            .orElse(null);
    return new Subnet(
        ec2.source(subnet.subnetId()),
        new Ref(subnet.subnetId()),
        Value.known(new Ref(subnet.vpcId())),
        Value.known(subnet.availabilityZone()),
        Cidrs.either(subnet.cidrBlock(), ipv6),
        Value.known(RegionalEc2.tags(subnet.tags())));
  }
}
