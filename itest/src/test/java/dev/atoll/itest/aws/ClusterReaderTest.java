package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.Network;
import dev.atoll.itest.localstack.World;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.eks.EksClient;

/**
 * A cluster whose nodes carry its own group and one more, and what fails when one thing is broken.
 * The tags of the cluster's own group are left out of what was read, as for a reader who may not
 * see them: that it is the cluster's own, the cluster says.
 */
@ExtendWith(LocalStackExtension.class)
class ClusterReaderTest {

  private AwsClients account;
  private EksClient eks;
  private Ec2Client ec2;
  private Network network;
  private String own;
  private Catalogued read;

  @BeforeEach
  void aClusterWithANode(LocalStack emulator) {
    World world = emulator.newWorld();
    account = AwsClients.of(world);
    eks = account.eks(US_EAST_2);
    ec2 = account.ec2(US_EAST_2);
    network = Network.in(world, Region.US_EAST_2);
    eks.createCluster(
        r ->
            r.name("use2")
                .version("1.33")
                .roleArn("arn:aws:iam::%s:role/eks".formatted(world.account()))
                .resourcesVpcConfig(
                    vpc ->
                        vpc.subnetIds(network.subnets())
                            .endpointPrivateAccess(true)
                            .publicAccessCidrs("203.0.113.0/24")));
    own =
        eks.describeCluster(r -> r.name("use2"))
            .cluster()
            .resourcesVpcConfig()
            .clusterSecurityGroupId();
    read =
        new Catalogued(
            () -> {
              List<Fact> facts = new ArrayList<>(NetworkReader.read(account, List.of(US_EAST_2)));
              facts.addAll(ClusterReader.read(account, List.of(US_EAST_2)));
              return facts;
            },
            this::withoutOwnGroup);
    node(own, network.group());
  }

  private Facts withoutOwnGroup(Facts facts) {
    return facts.without(
        fact -> fact instanceof SecurityGroup group && group.ref().key().equals(own));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(read.verdict("LB-10")).isEqualTo(Verdict.PASS);
    assertThat(cluster().endpoint().show()).contains("publicly=true", "203.0.113.0/24");
    assertThat(cluster().version().show()).isEqualTo("1.33");
    assertThat(cluster().vpc().show()).isEqualTo(network.vpc());
  }

  @Test
  void aSecondGroupWithTheClustersTag() {
    assertThat(
            read.failAfter(
                () ->
                    ec2.createTags(
                        r ->
                            r.resources(network.group())
                                .tags(
                                    Tag.builder()
                                        .key("kubernetes.io/cluster/use2")
                                        .value("owned")
                                        .build()))))
        .containsExactly("LB-10");
  }

  @Test
  void aNodeWithTwoGroupsNeitherOfTheCluster() {
    assertThat(read.failAfter(() -> node(network.group(), another()))).containsExactly("LB-10");
  }

  /** Then nobody says whose group it was. */
  @Test
  void withoutTheClusterItIsOpen() {
    eks.deleteCluster(r -> r.name("use2"));

    assertThat(read.facts().all(EksCluster.class).facts()).isEmpty();
    assertThat(read.verdict("LB-10")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void anEndpointThatIsPrivateIsReadAsSuch() {
    eks.updateClusterConfig(
        r -> r.name("use2").resourcesVpcConfig(vpc -> vpc.endpointPublicAccess(false)));

    assertThat(cluster().endpoint().show()).contains("publicly=false", "privately=true");
  }

  private EksCluster cluster() {
    return read.facts().all(EksCluster.class).facts().get(0);
  }

  private String another() {
    return ec2.createSecurityGroup(
            r -> r.vpcId(network.vpc()).groupName("more").description("more"))
        .groupId();
  }

  private void node(String... groups) {
    ec2.runInstances(
        r ->
            r.imageId("ami-00000000000000000")
                .instanceType(InstanceType.M5_LARGE)
                .subnetId(network.subnets().get(0))
                .securityGroupIds(groups)
                .minCount(1)
                .maxCount(1)
                .tagSpecifications(
                    TwoRegions.tags(ResourceType.INSTANCE, "eks:cluster-name", "use2")));
  }
}
