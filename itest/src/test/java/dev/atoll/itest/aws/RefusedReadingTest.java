package dev.atoll.itest.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.itest.junit.Infrastructure;
import dev.atoll.itest.localstack.World;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateStatus;

/** One call of an account's reading is refused, and exactly what it would have shown is missing. */
@Infrastructure
class RefusedReadingTest {

  private static final List<Region> REGIONS = List.of(Region.US_EAST_2);
  private static final String TRUST =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
          + " {\"Service\": \"eks.amazonaws.com\"}, \"Action\": \"sts:AssumeRole\"}]}";
  private static final String POLICY = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";

  /** Answers one operation as AWS does whoever may not ask for it. */
  private record Refusing(String operation, String code, String message)
      implements ExecutionInterceptor {

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      if (operation.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
        throw AwsServiceException.builder()
            .statusCode(403)
            .message(message)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
            .build();
      }
    }
  }

  /** An account on the emulator that is asked as a live one is. */
  private record Asked(World world, ExecutionInterceptor refusing) implements AwsClients.Maker {

    @Override
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
        B builder, software.amazon.awssdk.regions.Region region) {
      return world.client(
          builder.overrideConfiguration(
              settings ->
                  settings
                      .addExecutionInterceptor(refusing)
                      .addExecutionInterceptor(new Refusals())),
          region);
    }
  }

  private static Facts read(World world, ExecutionInterceptor refusing) {
    try (AwsClients account = AwsClients.of(Origin.LIVE, new Asked(world, refusing))) {
      return AccountReader.read(account, REGIONS);
    }
  }

  /** Enough that calls are made whose answers hang on other answers. */
  @BeforeAll
  static void furnish(World world) {
    try (AwsClients account = AwsClients.of(world)) {
      account.iam().createRole(role -> role.roleName("cluster").assumeRolePolicyDocument(TRUST));
      account.iam().attachRolePolicy(role -> role.roleName("cluster").policyArn(POLICY));
      account.route53().createHostedZone(zone -> zone.name("example.com").callerReference("1"));
      AcmClient acm = account.acm(Region.US_EAST_2);
      String certificate =
          acm.requestCertificate(it -> it.domainName("example.com")).certificateArn();
      // Nothing may change between two readings that are compared.
      await()
          .until(
              () ->
                  acm.describeCertificate(it -> it.certificateArn(certificate))
                          .certificate()
                          .status()
                      == CertificateStatus.ISSUED);
      account.secretsManager(Region.US_EAST_2).createSecret(it -> it.name("key").secretString("x"));
    }
  }

  /** The kinds of facts, by their simple names, of which something may be missing. */
  private static Set<String> lacking(Facts facts, Facts whole, String permission) {
    Set<Class<? extends Fact>> kinds = kinds();
    assertThat(whole.everything()).allMatch(fact -> kinds.contains(fact.getClass()));
    Set<String> lacking = new TreeSet<>();
    for (Class<? extends Fact> kind : kinds) {
      assertThat(whole.gaps(kind)).isEmpty();
      if (!facts.gaps(kind).isEmpty()) {
        assertThat(facts.gaps(kind))
            .allMatch(why -> why.contains("the account refuses " + permission + " in "));
        lacking.add(kind.getSimpleName());
      }
    }
    return lacking;
  }

  private static Set<Class<? extends Fact>> kinds() {
    return Set.of(
        dev.atoll.facts.network.Vpc.class,
        dev.atoll.facts.network.Subnet.class,
        dev.atoll.facts.network.RouteTable.class,
        dev.atoll.facts.network.RouteTableAssociation.class,
        dev.atoll.facts.network.Route.class,
        dev.atoll.facts.network.VpcPeering.class,
        dev.atoll.facts.network.SecurityGroup.class,
        dev.atoll.facts.network.Ingress.class,
        dev.atoll.facts.network.Egress.class,
        dev.atoll.facts.network.NetworkAcl.class,
        dev.atoll.facts.network.NetworkAclEntry.class,
        dev.atoll.facts.network.NodeInterfaces.class,
        dev.atoll.facts.cluster.EksCluster.class,
        dev.atoll.facts.iam.OidcProvider.class,
        dev.atoll.facts.iam.Role.class,
        dev.atoll.facts.iam.RolePolicy.class,
        dev.atoll.facts.tls.Certificate.class,
        dev.atoll.facts.dns.HostedZone.class,
        dev.atoll.facts.dns.DnsRecord.class,
        dev.atoll.facts.dns.HealthCheck.class,
        dev.atoll.facts.dns.HealthAlarm.class,
        dev.atoll.facts.dns.TopicSubscription.class,
        dev.atoll.facts.database.DatabaseCluster.class,
        dev.atoll.facts.database.DatabaseInstance.class,
        dev.atoll.facts.cache.CacheGroup.class,
        dev.atoll.facts.secret.Credential.class,
        dev.atoll.facts.secret.Secret.class,
        dev.atoll.facts.loadbalancer.LoadBalancer.class,
        dev.atoll.facts.loadbalancer.Listener.class,
        dev.atoll.facts.loadbalancer.TargetGroup.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ec2:DescribeVpcs, Vpc",
    "ec2:DescribeSubnets, Subnet",
    "ec2:DescribeRouteTables, Route RouteTable RouteTableAssociation",
    "ec2:DescribeVpcPeeringConnections, VpcPeering",
    "ec2:DescribeSecurityGroups, SecurityGroup",
    "ec2:DescribeSecurityGroupRules, Egress Ingress",
    "ec2:DescribeNetworkAcls, NetworkAcl NetworkAclEntry",
    "ec2:DescribeInstances, NodeInterfaces",
    "eks:ListClusters, EksCluster",
    "iam:ListOpenIDConnectProviders, OidcProvider",
    "iam:ListRoles, Role RolePolicy",
    "iam:ListAttachedRolePolicies, RolePolicy",
    "acm:ListCertificates, Certificate",
    "acm:DescribeCertificate, Certificate",
    "route53:ListHostedZones, DnsRecord HostedZone",
    "route53:ListResourceRecordSets, DnsRecord",
    "route53:ListHealthChecks, HealthCheck",
    "cloudwatch:DescribeAlarms, HealthAlarm",
    "sns:ListSubscriptions, TopicSubscription",
    "rds:DescribeDBClusters, Credential DatabaseCluster DatabaseInstance",
    "elasticache:DescribeReplicationGroups, CacheGroup Credential",
    "secretsmanager:ListSecrets, Secret",
    "elasticloadbalancing:DescribeLoadBalancers, Listener LoadBalancer",
    "elasticloadbalancing:DescribeTargetGroups, TargetGroup"
  })
  void whatIsRefusedIsMissingAndNothingElse(String permission, String missing, World world) {
    Facts whole = read(world, new Refusing("none", "", ""));
    String operation = permission.substring(permission.indexOf(':') + 1);

    for (Refusing refusing : words(permission, operation)) {
      Facts partly = read(world, refusing);
      List<String> kinds = Arrays.asList(missing.split(" ", -1));

      assertThat(lacking(partly, whole, permission)).containsExactlyElementsOf(kinds);
      assertThat(partly.everything())
          .containsExactlyElementsOf(
              whole.everything().stream()
                  .filter(fact -> !kinds.contains(fact.getClass().getSimpleName()))
                  .collect(Collectors.toList()));
    }
  }

  /** With the permission in the answer, and without: EC2 and SNS have codes of their own. */
  private static List<Refusing> words(String permission, String operation) {
    String who = "User: arn:aws:iam::123456789012:user/reader is not authorized to perform: ";
    String because = " because no identity-based policy allows the action";
    String code =
        permission.startsWith("ec2:")
            ? "UnauthorizedOperation"
            : permission.startsWith("sns:") ? "AuthorizationError" : "AccessDenied";
    return List.of(
        new Refusing(operation, code, who + permission + because),
        new Refusing(operation, code, "You are not authorized to perform this operation."));
  }

  /** That would say nothing of permissions, and nothing could be relied upon. */
  @ParameterizedTest
  @CsvSource({"ExpiredToken", "Throttling", "InternalFailure"})
  void whatFailsOtherwiseIsNoGap(String code, World world) {
    assertThatThrownBy(() -> read(world, new Refusing("DescribeVpcs", code, "no")))
        .isInstanceOf(AwsServiceException.class);
  }
}
