package dev.atoll.conformance.suite;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.HostedZones;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** RUN-2: each thing that a destroy may leave behind is found. */
@ExtendWith(LocalStackExtension.class)
class RemainsTest {

  private AwsClients account;
  private Remains remains;

  @BeforeEach
  void emptyButForTheZone(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    HostedZones.make(account.route53(), "left.example.com");
    remains =
        new Remains(
            new ReadBack(account, List.of(US_EAST_2, US_WEST_2)),
            List.of(Cidr.parse("10.0.0.0/16"), Cidr.parse("10.1.0.0/16")));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void defaultVpcsAndTheZoneAreNobodysRemains() {
    assertThat(remains.found()).isEmpty();
  }

  static Stream<Arguments> things() {
    return Stream.of(
        left("a VPC", "vpc-", aws -> vpc(aws, US_WEST_2, "10.1.0.0/16")),
        left("an address", "eipalloc-", aws -> aws.ec2(US_WEST_2).allocateAddress()),
        left("a node", "eni-", RemainsTest::node),
        left("a role", ":role/left", RemainsTest::role),
        left("a provider", ":oidc-provider/", RemainsTest::provider),
        left("a database", ":cluster:left", RemainsTest::database),
        left("a cache", ":replicationgroup:left", RemainsTest::cache),
        left("a secret", ":secret:left", RemainsTest::secret),
        left("a certificate", ":certificate/", RemainsTest::certificate),
        left("a record", "llm.left.example.com_A", RemainsTest::record),
        left("a health check", "-", RemainsTest::healthCheck));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("things")
  void eachThingIsFound(String name, String id, Consumer<AwsClients> make) {
    make.accept(account);

    assertThat(remains.found()).as(name).singleElement().asString().contains(id);
  }

  @Test
  void aPeeringIsFoundUntilItIsDeleted() {
    String here = vpc(account, US_EAST_2, "192.168.0.0/24");
    String there = vpc(account, US_EAST_2, "192.168.1.0/24");
    String peering =
        account
            .ec2(US_EAST_2)
            .createVpcPeeringConnection(r -> r.vpcId(here).peerVpcId(there))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    assertThat(remains.found()).containsExactly(peering);

    account.ec2(US_EAST_2).deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(peering));
    assertThat(remains.found()).isEmpty();
  }

  @Test
  void aClusterIsFoundAndItsNetworkIsNot() {
    String vpc = vpc(account, US_EAST_2, "192.168.0.0/24");
    String subnet =
        account
            .ec2(US_EAST_2)
            .createSubnet(r -> r.vpcId(vpc).cidrBlock("192.168.0.0/26"))
            .subnet()
            .subnetId();
    account
        .eks(US_EAST_2)
        .createCluster(
            r ->
                r.name("left")
                    .roleArn("arn:aws:iam::000000000000:role/eks")
                    .resourcesVpcConfig(network -> network.subnetIds(subnet)));

    assertThat(remains.found()).singleElement().asString().endsWith(":cluster/left");
  }

  private static Arguments left(String name, String id, Consumer<AwsClients> make) {
    return Arguments.of(name, id, make);
  }

  private static String vpc(AwsClients aws, Region region, String cidr) {
    return aws.ec2(region).createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
  }

  private static void node(AwsClients aws) {
    aws.ec2(US_EAST_2)
        .runInstances(
            r ->
                r.imageId("ami-00000000000000000")
                    .instanceType(InstanceType.M5_LARGE)
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType(ResourceType.INSTANCE)
                            .tags(Tag.builder().key("eks:cluster-name").value("left").build())
                            .build()));
  }

  private static void role(AwsClients aws) {
    aws.iam()
        .createRole(
            r ->
                r.roleName("left")
                    .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}"));
  }

  private static void provider(AwsClients aws) {
    aws.iam()
        .createOpenIDConnectProvider(
            r ->
                r.url("https://oidc.eks.us-east-2.amazonaws.com/id/LEFT")
                    .clientIDList("sts.amazonaws.com")
                    .thumbprintList("a".repeat(40)));
  }

  private static void database(AwsClients aws) {
    aws.rds(US_WEST_2)
        .createDBCluster(
            r ->
                r.dbClusterIdentifier("left")
                    .engine("aurora-postgresql")
                    .masterUsername("coder")
                    .masterUserPassword("of-no-consequence"));
  }

  private static void cache(AwsClients aws) {
    aws.elastiCache(US_EAST_2)
        .createReplicationGroup(
            r ->
                r.replicationGroupId("left")
                    .replicationGroupDescription("left")
                    .engine("valkey")
                    .cacheNodeType("cache.t4g.small")
                    .numCacheClusters(1));
  }

  private static void secret(AwsClients aws) {
    aws.secretsManager(US_EAST_2).createSecret(r -> r.name("left").secretString("not read"));
  }

  private static void certificate(AwsClients aws) {
    aws.acm(US_WEST_2).requestCertificate(r -> r.domainName("left.example.com"));
  }

  private static void record(AwsClients aws) {
    ResourceRecordSet record =
        ResourceRecordSet.builder()
            .name("llm.left.example.com")
            .type("A")
            .ttl(60L)
            .resourceRecords(ResourceRecord.builder().value("192.0.2.1").build())
            .build();
    aws.route53()
        .changeResourceRecordSets(
            r ->
                r.hostedZoneId(aws.route53().listHostedZones().hostedZones().get(0).id())
                    .changeBatch(
                        batch ->
                            batch.changes(
                                Change.builder()
                                    .action(ChangeAction.CREATE)
                                    .resourceRecordSet(record)
                                    .build())));
  }

  private static void healthCheck(AwsClients aws) {
    aws.route53()
        .createHealthCheck(
            r ->
                r.callerReference("left")
                    .healthCheckConfig(
                        c ->
                            c.type(HealthCheckType.HTTPS)
                                .fullyQualifiedDomainName("x.io")
                                .port(443)));
  }
}
