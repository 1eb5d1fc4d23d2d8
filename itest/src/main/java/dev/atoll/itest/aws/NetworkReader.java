package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the VPC networking of an account: VPCs, subnets, route tables, peerings, security groups,
 * network ACLs and the interfaces of nodes.
 *
 * <p>The listing is complete for the Regions asked for. Default VPCs and VPCs of other deployments
 * are in it: whatever left some out could not call itself complete, and a node in a default VPC
 * would be overlooked. Practices judge what carries nodes or is peered.
 *
 * <p>Not read: interfaces that the VPC resource controller makes for single pods (security groups
 * for pods), and IPv6 blocks of VPCs.
 */
public final class NetworkReader {

  private static final List<Ec2Reader> READERS =
      List.of(
          new VpcReader(),
          new SubnetReader(),
          new RouteTableReader(),
          new VpcPeeringReader(),
          new SecurityGroupReader(),
          new SecurityGroupRuleReader(),
          new NetworkAclReader(),
          new NodeInterfaceReader());

  private NetworkReader() {}

  /**
   * Every networking fact of these Regions, Region by Region. A peering between two of them is seen
   * from both and is one fact.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS cannot be reached
   * @throws RefusedCall when AWS refuses a call: half a listing would pass for a whole one
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    Map<Ref, Fact> facts = new LinkedHashMap<>();
    for (Region region : regions) {
      RegionalEc2 ec2 = new RegionalEc2(account.origin(), region, account.ec2(region));
      READERS.stream()
          .flatMap(reader -> reader.read(ec2))
          .forEach(fact -> facts.putIfAbsent(fact.ref(), fact));
    }
    return List.copyOf(facts.values());
  }

  /** The same of one Region, kind by kind, as far as it may be read. */
  static void read(AwsAccount account, Region region, Listing listing) {
    RegionalEc2 ec2 = new RegionalEc2(account.origin(), region, account.ec2(region));
    READERS.forEach(reader -> listing.read(region, reader.kinds(), () -> reader.read(ec2)));
  }
}
