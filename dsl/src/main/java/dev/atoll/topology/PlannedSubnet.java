package dev.atoll.topology;

import dev.atoll.aws.Cidr;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A subnet, derived from the CIDR block of its VPC. A VPC is cut into four quarters: the first
 * three are the private subnets, where nodes and pods need many addresses; the fourth is cut into
 * four again, three of which are the public ones, where load balancers and NAT need few.
 *
 * @param tier public or private
 * @param zoneLetter the letter of its availability zone
 * @param zone its availability zone, such as {@code us-east-2a}
 * @param cidr its addresses
 * @param tags the tags by which the load balancer controller and the cluster find it
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html">Amazon EKS
 *     networking requirements for VPC and subnets</a>
 */
public record PlannedSubnet(
    Tier tier, String zoneLetter, String zone, Cidr cidr, Map<String, String> tags) {

  /** Who may be reached from the internet. */
  public enum Tier {
    PUBLIC,
    PRIVATE;

    /** The tier as a part of a resource name. */
    public String identifier() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String loadBalancerTag() {
      return this == PUBLIC ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb";
    }
  }

  /** AWS refuses subnets that are smaller. */
  public static final int SMALLEST = 28;

  /** How many bits longer the prefix of a public subnet is than the VPC's. */
  public static final int PUBLIC_BITS = 4;

  private static final int QUARTER_BITS = 2;

  static List<PlannedSubnet> of(CoderRegion region, Cidr vpc, Tier tier) {
    if (vpc.length() + PUBLIC_BITS > SMALLEST) {
      return List.of();
    }
    List<Cidr> quarters = vpc.split(QUARTER_BITS);
    List<Cidr> blocks = tier == Tier.PRIVATE ? quarters : quarters.get(3).split(QUARTER_BITS);
    return IntStream.range(0, Math.min(region.zones().size(), 3))
        .mapToObj(index -> planned(region, tier, region.zones().get(index), blocks.get(index)))
        .toList();
  }

  private static PlannedSubnet planned(CoderRegion region, Tier tier, String letter, Cidr block) {
    Map<String, String> tags = new TreeMap<>();
    tags.put("Name", "%s-%s-%s".formatted(region.cluster(), tier.identifier(), letter));
    tags.put("kubernetes.io/cluster/" + region.cluster(), "shared");
    tags.put(tier.loadBalancerTag(), "1");
    return new PlannedSubnet(
        tier, letter, region.region().name() + letter, block, Collections.unmodifiableMap(tags));
  }
}
