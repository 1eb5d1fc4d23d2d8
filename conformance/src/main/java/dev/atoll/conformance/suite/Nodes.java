package dev.atoll.conformance.suite;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.itest.nodes.EksNodes;
import dev.atoll.itest.nodes.NodeGroup;
import dev.atoll.topology.CoderRegion;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;

/** Starts nodes where the deployment says that nodes run: from its launch template. */
final class Nodes {

  /** What plays the nodes that EKS would start. */
  static final StandIn STAND_IN = new StandIn("EKS nodes", NodeInterfaces.class::isInstance);

  private static final String PRIVATE_SUBNET = "kubernetes.io/role/internal-elb";

  private Nodes() {}

  /**
   * Starts one node in each private subnet of a Region, found by its tags as the cluster finds it.
   */
  static EksNodes start(Ec2Client ec2, CoderRegion region, Facts network) {
    String cluster = region.cluster();
    String ownership = "kubernetes.io/cluster/" + cluster;
    List<String> subnets =
        network.all(Subnet.class).stream()
            .filter(subnet -> subnet.tags().is(tags -> tags.containsKey(ownership)).isYes())
            .filter(subnet -> subnet.tags().is(tags -> tags.containsKey(PRIVATE_SUBNET)).isYes())
            .map(Subnet::ref)
            .map(Ref::key)
            .toList();
    String defaultGroup =
        network.all(SecurityGroup.class).stream()
            .filter(group -> group.name().is("default"::equals).isYes())
            .map(group -> group.ref().key())
            .findFirst()
            .orElseThrow();
    return EksNodes.start(
        ec2,
        new NodeGroup(
            cluster, "system", subnets, Optional.of(template(ec2, ownership)), defaultGroup));
  }

  private static LaunchTemplateSpecification template(Ec2Client ec2, String ownership) {
    return ec2.describeLaunchTemplatesPaginator().launchTemplates().stream()
        .filter(
            template ->
                ec2
                    .describeLaunchTemplateVersions(
                        request -> request.launchTemplateId(template.launchTemplateId()))
                    .launchTemplateVersions()
                    .stream()
                    .flatMap(version -> version.launchTemplateData().tagSpecifications().stream())
                    .flatMap(specification -> specification.tags().stream())
                    .anyMatch(tag -> tag.key().equals(ownership)))
        .findFirst()
        .map(
            template ->
                LaunchTemplateSpecification.builder()
                    .launchTemplateId(template.launchTemplateId())
                    .build())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No launch template makes instances tagged " + ownership + "."));
  }
}
