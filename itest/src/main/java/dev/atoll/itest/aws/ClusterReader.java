package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.cluster.EksCluster.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.VpcConfigResponse;

/** Reads the EKS clusters of an account. */
public final class ClusterReader {

  private ClusterReader() {}

  /**
   * Every cluster of these Regions.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses a call or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    List<Fact> facts = new ArrayList<>();
    for (Region region : regions) {
      EksClient eks = account.eks(region);
      eks.listClustersPaginator().stream()
          .flatMap(page -> page.clusters().stream())
          .map(name -> eks.describeCluster(request -> request.name(name)).cluster())
          .forEach(cluster -> facts.add(fact(account, region, cluster)));
    }
    return List.copyOf(facts);
  }

  private static EksCluster fact(AwsAccount account, Region region, Cluster cluster) {
    VpcConfigResponse network = cluster.resourcesVpcConfig();
    return new EksCluster(
        new Source(account.origin(), "%s (%s)".formatted(cluster.name(), region)),
        new Ref(cluster.arn()),
        Value.known(region),
        Value.known(cluster.name()),
        Value.known(cluster.version()),
        endpoint(network),
        Value.known(new Ref(network.vpcId())),
        Value.known(new Ref(network.clusterSecurityGroupId())));
  }

  private static Value<Endpoint> endpoint(VpcConfigResponse network) {
    boolean publicly = Boolean.TRUE.equals(network.endpointPublicAccess());
    boolean privately = Boolean.TRUE.equals(network.endpointPrivateAccess());
    return Cidrs.all(publicly ? network.publicAccessCidrs() : List.of())
        .map(from -> new Endpoint(publicly, privately, from));
  }
}
