package dev.atoll.itest.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Vpc;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** Reads VPCs with their IPv4 blocks: the primary one, then those that are associated now. */
final class VpcReader implements Ec2Reader {

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Vpc.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2.client().describeVpcsPaginator().vpcs().stream().map(vpc -> fact(ec2, vpc));
  }

  private static Vpc fact(RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    return new Vpc(
        ec2.source(vpc.vpcId()),
        new Ref(vpc.vpcId()),
        Value.known(ec2.region()),
        cidrs(
            Stream.concat(
                    Stream.of(vpc.cidrBlock()),
                    vpc.cidrBlockAssociationSet().stream()
                        .filter(VpcReader::associated)
                        .map(VpcCidrBlockAssociation::cidrBlock))
                .distinct()
                .toList()));
  }

  private static boolean associated(VpcCidrBlockAssociation block) {
    return block.cidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED;
  }

  private static Value<List<Cidr>> cidrs(List<String> blocks) {
    try {
      return Value.known(blocks.stream().map(Cidr::parse).toList());
    } catch (IllegalArgumentException e) {
      return Value.unknown(e.getMessage());
    }
  }
}
