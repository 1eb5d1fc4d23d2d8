package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.RemoteAccessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;

/** The services that LocalStack lacks: made, read, deleted, and their errors kept. */
@ExtendWith(LocalStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletedServicesTest {

  private static final Region REGION = Region.US_EAST_2;

  private World world;
  private Network network;

  @BeforeAll
  void network(World given) {
    world = given;
    network = Network.in(world, REGION);
  }

  private String role() {
    return "arn:aws:iam::" + world.account() + ":role/nodes";
  }

  @Test
  void auroraServerlessV2() {
    try (RdsClient rds = world.client(RdsClient.builder(), REGION)) {
      rds.createDBSubnetGroup(
          group ->
              group
                  .dbSubnetGroupName("aurora")
                  .dbSubnetGroupDescription("aurora")
                  .subnetIds(network.subnets()));
      rds.createDBCluster(
          cluster ->
              cluster
                  .dbClusterIdentifier("aurora")
                  .engine("aurora-postgresql")
                  .dbSubnetGroupName("aurora")
                  .vpcSecurityGroupIds(network.group())
                  .masterUsername("coder")
                  .manageMasterUserPassword(true)
                  .serverlessV2ScalingConfiguration(s -> s.minCapacity(0.5).maxCapacity(16.0)));
      rds.createDBInstance(
          instance ->
              instance
                  .dbInstanceIdentifier("writer")
                  .dbClusterIdentifier("aurora")
                  .engine("aurora-postgresql")
                  .dbInstanceClass("db.serverless"));

      DBCluster cluster =
          rds.describeDBClusters(r -> r.dbClusterIdentifier("aurora")).dbClusters().get(0);
      assertThat(cluster.serverlessV2ScalingConfiguration().minCapacity()).isEqualTo(0.5);
      assertThat(cluster.scalingConfigurationInfo()).isNull();
      assertThat(cluster.dbClusterMembers())
          .singleElement()
          .matches(member -> member.isClusterWriter(), "is the writer");

      rds.deleteDBInstance(r -> r.dbInstanceIdentifier("writer").skipFinalSnapshot(true));
      rds.deleteDBCluster(r -> r.dbClusterIdentifier("aurora").skipFinalSnapshot(true));
      assertThatThrownBy(() -> rds.describeDBClusters(r -> r.dbClusterIdentifier("aurora")))
          .isInstanceOf(DbClusterNotFoundException.class);
    }
  }

  @Test
  void auroraServerlessV1StillHasItsScalingConfiguration() {
    try (RdsClient rds = world.client(RdsClient.builder(), REGION)) {
      rds.createDBCluster(
          cluster ->
              cluster
                  .dbClusterIdentifier("v1")
                  .engine("aurora-postgresql")
                  .engineMode("serverless")
                  .masterUsername("coder")
                  .masterUserPassword("of-no-consequence"));
      assertThat(
              rds.describeDBClusters(r -> r.dbClusterIdentifier("v1"))
                  .dbClusters()
                  .get(0)
                  .scalingConfigurationInfo()
                  .maxCapacity())
          .isEqualTo(16);
    }
  }

  @Test
  void networkLoadBalancer() {
    try (ElasticLoadBalancingV2Client elb =
        world.client(ElasticLoadBalancingV2Client.builder(), REGION)) {
      String balancer =
          elb.createLoadBalancer(
                  r ->
                      r.name("coder").type(LoadBalancerTypeEnum.NETWORK).subnets(network.subnets()))
              .loadBalancers()
              .get(0)
              .loadBalancerArn();
      String targets =
          elb.createTargetGroup(
                  r ->
                      r.name("coder")
                          .protocol(ProtocolEnum.TCP)
                          .port(8080)
                          .targetType(TargetTypeEnum.IP)
                          .vpcId(network.vpc()))
              .targetGroups()
              .get(0)
              .targetGroupArn();
      Action forward =
          Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(targets).build();
      elb.createListener(
          r ->
              r.loadBalancerArn(balancer)
                  .protocol(ProtocolEnum.TCP)
                  .port(443)
                  .defaultActions(forward));

      assertThat(elb.describeListeners(r -> r.loadBalancerArn(balancer)).listeners())
          .singleElement()
          .matches(listener -> listener.port() == 443, "listens on 443")
          .matches(
              listener -> targets.equals(listener.defaultActions().get(0).targetGroupArn()),
              "forwards to the target group");

      elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer));
      elb.deleteTargetGroup(r -> r.targetGroupArn(targets));
      assertThatThrownBy(() -> elb.describeLoadBalancers(r -> r.names("coder")))
          .isInstanceOf(LoadBalancerNotFoundException.class);
    }
  }

  @Test
  void eksClusterAndNodeGroup() {
    try (EksClient eks = world.client(EksClient.builder(), REGION);
        Ec2Client ec2 = world.client(Ec2Client.builder(), REGION)) {
      eks.createCluster(
          r ->
              r.name("hub")
                  .version("1.33")
                  .roleArn(role())
                  .resourcesVpcConfig(vpc -> vpc.subnetIds(network.subnets())));
      eks.createNodegroup(
          r ->
              r.clusterName("hub")
                  .nodegroupName("nodes")
                  .nodeRole(role())
                  .subnets(network.subnets()));

      Cluster cluster = eks.describeCluster(r -> r.name("hub")).cluster();
      String own = cluster.resourcesVpcConfig().clusterSecurityGroupId();
      assertThat(cluster.resourcesVpcConfig().vpcId()).isEqualTo(network.vpc());
      assertThat(ec2.describeSecurityGroups(r -> r.groupIds(own)).securityGroups())
          .singleElement()
          .matches(group -> group.vpcId().equals(network.vpc()), "is in the cluster's VPC");
      Nodegroup nodes =
          eks.describeNodegroup(r -> r.clusterName("hub").nodegroupName("nodes")).nodegroup();
      assertThat(nodes.remoteAccess()).isNull();
      assertThat(nodes.resources().remoteAccessSecurityGroup()).isNull();

      eks.deleteNodegroup(r -> r.clusterName("hub").nodegroupName("nodes"));
      eks.deleteCluster(r -> r.name("hub"));
      assertThatThrownBy(() -> eks.describeCluster(r -> r.name("hub")))
          .isInstanceOf(software.amazon.awssdk.services.eks.model.ResourceNotFoundException.class);
      assertThatThrownBy(() -> ec2.describeSecurityGroups(r -> r.groupIds(own)))
          .isInstanceOfSatisfying(
              Ec2Exception.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidGroup.NotFound"));
    }
  }

  @Test
  void eksKeepsTheNetworkOfAClusterThatIsChanged() {
    try (EksClient eks = world.client(EksClient.builder(), REGION)) {
      eks.createCluster(
          r ->
              r.name("changed")
                  .roleArn(role())
                  .resourcesVpcConfig(vpc -> vpc.subnetIds(network.subnets())));
      eks.updateClusterConfig(
          r -> r.name("changed").resourcesVpcConfig(vpc -> vpc.endpointPrivateAccess(true)));
      assertThat(eks.describeCluster(r -> r.name("changed")).cluster().resourcesVpcConfig())
          .matches(vpc -> vpc.endpointPrivateAccess(), "is private")
          .matches(vpc -> vpc.vpcId().equals(network.vpc()), "is where it was");
    }
  }

  @Test
  void eksRemoteAccessThatWasAskedForStays() {
    try (EksClient eks = world.client(EksClient.builder(), REGION)) {
      eks.createCluster(
          r ->
              r.name("ssh")
                  .roleArn(role())
                  .resourcesVpcConfig(vpc -> vpc.subnetIds(network.subnets())));
      RemoteAccessConfig access = RemoteAccessConfig.builder().ec2SshKey("operators").build();
      eks.createNodegroup(
          r ->
              r.clusterName("ssh")
                  .nodegroupName("nodes")
                  .nodeRole(role())
                  .subnets(network.subnets())
                  .remoteAccess(access));
      assertThat(
              eks.describeNodegroup(r -> r.clusterName("ssh").nodegroupName("nodes"))
                  .nodegroup()
                  .remoteAccess()
                  .ec2SshKey())
          .isEqualTo("operators");
    }
  }

  @Test
  void autoScalingGroup() {
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), REGION);
        AutoScalingClient scaling = world.client(AutoScalingClient.builder(), REGION)) {
      String image = ec2.describeImages().images().get(0).imageId();
      ec2.createLaunchTemplate(
          r ->
              r.launchTemplateName("nodes")
                  .launchTemplateData(data -> data.imageId(image).instanceType("m5.large")));
      scaling.createAutoScalingGroup(
          r ->
              r.autoScalingGroupName("nodes")
                  .minSize(1)
                  .maxSize(2)
                  .launchTemplate(template -> template.launchTemplateName("nodes"))
                  .vpcZoneIdentifier(network.subnets().get(0)));
      String instance =
          scaling
              .describeAutoScalingGroups(r -> r.autoScalingGroupNames("nodes"))
              .autoScalingGroups()
              .get(0)
              .instances()
              .get(0)
              .instanceId();
      assertThat(
              ec2.describeInstances(r -> r.instanceIds(instance))
                  .reservations()
                  .get(0)
                  .instances()
                  .get(0)
                  .subnetId())
          .isEqualTo(network.subnets().get(0));

      scaling.deleteAutoScalingGroup(r -> r.autoScalingGroupName("nodes").forceDelete(true));
      assertThat(
              scaling
                  .describeAutoScalingGroups(r -> r.autoScalingGroupNames("nodes"))
                  .autoScalingGroups())
          .isEmpty();
    }
  }
}
