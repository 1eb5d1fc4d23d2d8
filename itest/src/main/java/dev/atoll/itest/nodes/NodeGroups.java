package dev.atoll.itest.nodes;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Nodegroup;

/** Finds the managed node groups of a cluster, as EKS knows them. */
public final class NodeGroups {

  private NodeGroups() {}

  /**
   * Every node group of the cluster.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when there is no such cluster
   */
  public static List<NodeGroup> of(EksClient eks, String cluster) {
    String ownGroup =
        eks.describeCluster(request -> request.name(cluster))
            .cluster()
            .resourcesVpcConfig()
            .clusterSecurityGroupId();
    return eks.listNodegroupsPaginator(request -> request.clusterName(cluster)).stream()
        .flatMap(page -> page.nodegroups().stream())
        .map(
            name ->
                eks.describeNodegroup(request -> request.clusterName(cluster).nodegroupName(name))
                    .nodegroup())
        .map(
            group ->
                new NodeGroup(
                    cluster, group.nodegroupName(), group.subnets(), template(group), ownGroup))
        .toList();
  }

  private static Optional<LaunchTemplateSpecification> template(Nodegroup group) {
    return Optional.ofNullable(group.launchTemplate())
        .map(
            template ->
                LaunchTemplateSpecification.builder()
                    .launchTemplateId(template.id())
                    .version(template.version())
                    .build());
  }
}
