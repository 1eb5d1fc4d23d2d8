package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.Malformed;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param account the AWS account, twelve digits; empty when it is whichever the credentials are for
 * @param coder the Coder server
 * @param regions the Regions, in the order of the description
 * @param peerings the peering connections
 * @param nat how private subnets get out
 * @param state where the Terraform state is kept
 * @param quotas what the account was granted beyond AWS's defaults
 * @param dns how names are answered
 * @param malformed what was said and could not be understood, other than the VPCs' CIDRs
 */
public record Design(
    Source at,
    String name,
    Domain domain,
    Optional<String> account,
    CoderDesign coder,
    List<CoderRegion> regions,
    List<RegionPeering> peerings,
    NatGateways nat,
    StateStore state,
    List<StatedQuota> quotas,
    DnsDesign dns,
    List<Malformed> malformed) {

  public Design {
    regions = List.copyOf(regions);
    peerings = List.copyOf(peerings);
    quotas = List.copyOf(quotas);
    malformed = List.copyOf(malformed);
  }

  /** The same, and the licence is there: no proxy waits. */
  Design licensed() {
    return new Design(
        at,
        name,
        domain,
        account,
        coder.licensed(),
        regions.stream().map(CoderRegion::withoutWaiting).toList(),
        peerings,
        nat,
        state,
        quotas,
        dns,
        malformed);
  }

  /** The peering connections of one Region. */
  public List<RegionPeering> peeringsOf(Region region) {
    return peerings.stream().filter(peering -> peering.touches(region)).toList();
  }

  /** The load balancers of a Region, by name: that of Coder. */
  public Map<String, LoadBalancerDesign> loadBalancers(CoderRegion region) {
    Map<String, LoadBalancerDesign> all = new LinkedHashMap<>();
    all.put("coder", coder.loadBalancer());
    region
        .liteLlm()
        .flatMap(LiteLlmDesign::publicLabel)
        .ifPresent(label -> all.put("litellm", coder.loadBalancer()));
    return Collections.unmodifiableMap(all);
  }

  /** The description of a Region, if there is one. */
  public Optional<CoderRegion> find(Region region) {
    return regions.stream().filter(described -> described.region().equals(region)).findFirst();
  }
}
