package dev.atoll.itest.nodes;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;

/**
 * What decides how the network interfaces of an EKS managed node group look.
 *
 * @param cluster the name of the EKS cluster
 * @param name the name of the node group
 * @param subnets the ids of the subnets that the nodes are started in
 * @param template the launch template, by id or name; its default version when it names none
 * @param clusterSecurityGroup the id of the group that EKS makes for the cluster, and attaches when
 *     the template has no group of its own
 */
public record NodeGroup(
    String cluster,
    String name,
    List<String> subnets,
    Optional<LaunchTemplateSpecification> template,
    String clusterSecurityGroup) {

  public NodeGroup {
    subnets = List.copyOf(subnets);
  }
}
