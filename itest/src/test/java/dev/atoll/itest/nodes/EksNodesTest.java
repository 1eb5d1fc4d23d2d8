package dev.atoll.itest.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.NetworkReader;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;

@ExtendWith(LocalStackExtension.class)
class EksNodesTest {

  private static AwsClients account;
  private static Ec2Client ec2;
  private static List<String> subnets;
  private static String clusterGroup;
  private static String nodeGroup;
  private static String extraGroup;

  @BeforeAll
  static void build(World world) {
    account = AwsClients.of(world);
    ec2 = account.ec2(Region.US_EAST_2);
    String vpc = ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    subnets = List.of(subnet(vpc, "10.0.0.0/20"), subnet(vpc, "10.0.16.0/20"));
    clusterGroup = group(vpc, "eks-cluster-sg-coder");
    nodeGroup = group(vpc, "nodes");
    extraGroup = group(vpc, "extra");
  }

  @AfterAll
  static void close() {
    account.close();
  }

  private static String subnet(String vpc, String cidr) {
    return ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
  }

  private static String group(String vpc, String name) {
    return ec2.createSecurityGroup(request -> request.vpcId(vpc).groupName(name).description(name))
        .groupId();
  }

  @Test
  void oneNodeInEachSubnetWithTheGroupsOfTheTemplate() {
    template("by-group", data -> data.securityGroupIds(nodeGroup, extraGroup));
    try (EksNodes nodes = EksNodes.start(ec2, nodes(byName("by-group").build()))) {
      assertThat(nodes.instances()).hasSize(2);
      assertThat(interfaces())
          .extracting(NodeInterfaces::subnets)
          .containsExactlyInAnyOrder(refs(subnets.get(0)), refs(subnets.get(1)));
      assertThat(interfaces())
          .allMatch(seen -> seen.cluster().equals(Value.known("coder")))
          .allMatch(seen -> seen.groups().equals(refs(nodeGroup, extraGroup)));
    }
  }

  @Test
  void theGroupsMayStandAtTheFirstInterface() {
    template(
        "by-interface",
        data ->
            data.networkInterfaces(
                LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder()
                    .deviceIndex(0)
                    .groups(nodeGroup)
                    .build()));
    assertThat(groupsOf(byName("by-interface"))).isEqualTo(refs(nodeGroup));
  }

  @Test
  void withoutGroupsEksAttachesTheClusterSecurityGroup() {
    template("no-group", data -> data.imageId("ami-0123456789abcdef0"));
    assertThat(groupsOf(byName("no-group"))).isEqualTo(refs(clusterGroup));
    try (EksNodes nodes =
        EksNodes.start(
            ec2, new NodeGroup("coder", "default", subnets, Optional.empty(), clusterGroup))) {
      assertThat(nodes.instances()).hasSize(2);
      assertThat(interfaces()).allMatch(seen -> seen.groups().equals(refs(clusterGroup)));
    }
  }

  @Test
  void theDefaultVersionCountsUnlessOneIsNamed() {
    template("versions", data -> data.securityGroupIds(nodeGroup));
    ec2.createLaunchTemplateVersion(
        request ->
            request
                .launchTemplateName("versions")
                .launchTemplateData(data -> data.securityGroupIds(extraGroup)));
    assertThat(groupsOf(byName("versions"))).isEqualTo(refs(nodeGroup));
    assertThat(groupsOf(byName("versions").version("2"))).isEqualTo(refs(extraGroup));
    assertThat(groupsOf(byName("versions").version("$Latest"))).isEqualTo(refs(extraGroup));
  }

  @Test
  void aVersionThatDoesNotExistIsNamed() {
    template("short", data -> data.securityGroupIds(nodeGroup));
    assertThatThrownBy(() -> groupsOf(byName("short").version("7")))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("version 7");
  }

  @Test
  void nothingIsLeftOfRemovedNodes() {
    EksNodes.start(ec2, new NodeGroup("coder", "default", subnets, Optional.empty(), clusterGroup));
    assertThat(interfaces()).hasSize(2);

    EksNodes.of(ec2, "another").close();
    assertThat(interfaces()).hasSize(2);

    EksNodes.of(ec2, "coder").close();
    assertThat(interfaces()).isEmpty();
    assertThat(ec2.describeNetworkInterfaces().networkInterfaces()).isEmpty();
  }

  @Test
  void aStoppedNodeCarriesNoPacket() {
    try (EksNodes nodes =
        EksNodes.start(
            ec2, new NodeGroup("coder", "default", subnets, Optional.empty(), clusterGroup))) {
      ec2.stopInstances(request -> request.instanceIds(nodes.instances().get(0)));
      assertThat(interfaces())
          .extracting(NodeInterfaces::subnets)
          .containsExactly(refs(subnets.get(1)));
    }
  }

  private static void template(String name, Consumer<RequestLaunchTemplateData.Builder> data) {
    ec2.createLaunchTemplate(request -> request.launchTemplateName(name).launchTemplateData(data));
  }

  private static LaunchTemplateSpecification.Builder byName(String name) {
    return LaunchTemplateSpecification.builder().launchTemplateName(name);
  }

  private static NodeGroup nodes(LaunchTemplateSpecification template) {
    return new NodeGroup("coder", "default", subnets, Optional.of(template), clusterGroup);
  }

  private static Value<Set<Ref>> groupsOf(LaunchTemplateSpecification.Builder template) {
    try (EksNodes nodes = EksNodes.start(ec2, nodes(template.build()))) {
      assertThat(nodes.instances()).hasSize(2);
      return interfaces().get(0).groups();
    }
  }

  private static List<NodeInterfaces> interfaces() {
    return Facts.of(account.origin(), NetworkReader.read(account, List.of(Region.US_EAST_2)))
        .all(NodeInterfaces.class)
        .facts();
  }

  private static Value<Set<Ref>> refs(String... ids) {
    return Value.known(Set.copyOf(Set.of(ids).stream().map(Ref::new).toList()));
  }
}
