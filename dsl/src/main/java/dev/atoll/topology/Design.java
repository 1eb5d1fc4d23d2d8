package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment as somebody described it, right or wrong. A {@link Topology} is a design that was
 * judged and found without error.
 *
 * @param at where the description starts
 * @param name its name: a part of every name that is made from it
 * @param domain the domain that users visit
 * @param coder the Coder server
 * @param regions the Regions, in the order of the description
 * @param peerings the peering connections
 * @param nat how private subnets get out
 * @param state where the Terraform state is kept
 * @param quotas what the account was granted beyond AWS's defaults
 * @param dns how names are answered
 */
public record Design(
    Source at,
    String name,
    Domain domain,
    CoderDesign coder,
    List<CoderRegion> regions,
    List<RegionPeering> peerings,
    NatGateways nat,
    StateStore state,
    List<StatedQuota> quotas,
    DnsDesign dns) {

  public Design {
    regions = List.copyOf(regions);
    peerings = List.copyOf(peerings);
    quotas = List.copyOf(quotas);
  }

  /** The peering connections of one Region. */
  public List<RegionPeering> peeringsOf(Region region) {
    return peerings.stream().filter(peering -> peering.touches(region)).toList();
  }

  /** The load balancers of a Region, by name: that of Coder. */
  public Map<String, LoadBalancerDesign> loadBalancers(CoderRegion region) {
    return Map.of("coder", coder.loadBalancer());
  }

  /** The description of a Region, if there is one. */
  public Optional<CoderRegion> find(Region region) {
    return regions.stream().filter(described -> described.region().equals(region)).findFirst();
  }
}
