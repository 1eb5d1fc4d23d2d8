package dev.atoll.topology;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.List;
import java.util.Optional;

/**
 * A Region in which Coder runs.
 *
 * @param at the builder call that described it
 * @param region which Region
 * @param role primary or replica
 * @param cluster the name of its EKS cluster
 * @param vpc the CIDR block of its VPC; unknown only in a design that was not judged valid
 * @param zones the letters of its availability zones
 * @param regionalName the label under the domain that its Coder servers claim, where somebody said
 *     so
 * @param workspaceProxy its workspace proxy
 * @param liteLlm LiteLLM, where it runs here
 * @param eks how its cluster is set up
 * @param replicas how many Coder servers run there
 */
public record CoderRegion(
    Source at,
    Region region,
    Role role,
    String cluster,
    Value<Cidr> vpc,
    List<String> zones,
    Optional<String> regionalName,
    Optional<WorkspaceProxy> workspaceProxy,
    Optional<LiteLlmDesign> liteLlm,
    ClusterDesign eks,
    int replicas) {

  public CoderRegion {
    zones = List.copyOf(zones);
  }

  /** Whether it is the primary Region. */
  public boolean isPrimary() {
    return role == Role.PRIMARY;
  }

  /** The same, with a proxy that waits for nothing. */
  CoderRegion withoutWaiting() {
    return new CoderRegion(
        at,
        region,
        role,
        cluster,
        vpc,
        zones,
        regionalName,
        workspaceProxy.map(WorkspaceProxy::withoutWaiting),
        liteLlm,
        eks,
        replicas);
  }

  /** Its public subnets, one per zone; empty when its VPC cannot hold them. */
  public List<PlannedSubnet> publicSubnets() {
    return subnets(PlannedSubnet.Tier.PUBLIC);
  }

  /** Its private subnets, one per zone; empty when its VPC cannot hold them. */
  public List<PlannedSubnet> privateSubnets() {
    return subnets(PlannedSubnet.Tier.PRIVATE);
  }

  private List<PlannedSubnet> subnets(PlannedSubnet.Tier tier) {
    return vpc.fold(cidr -> PlannedSubnet.of(this, cidr, tier), unknown -> List.of());
  }
}
