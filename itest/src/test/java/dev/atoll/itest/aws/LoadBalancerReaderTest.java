package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.itest.kubernetes.read.KubernetesReader;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * Coder's Service and the load balancer that a controller would have made for it; then one thing is
 * changed through AWS's own API, and exactly the rows fail that are about it.
 */
@ExtendWith(LocalStackExtension.class)
class LoadBalancerReaderTest {

  private static final List<String> ROWS = List.of("LB-1", "LB-2", "LB-3", "LB-4");
  private static final String STACK = "service.k8s.aws/stack";

  private AwsClients account;
  private Ec2Client ec2;
  private ElasticLoadBalancingV2Client elb;
  private Catalogued read;
  private String vpc;
  private String subnet;
  private String certificate;
  private String frontend;
  private String nodes;
  private String balancer;
  private String targets;
  private String listener;

  @BeforeEach
  void aLoadBalancerOfCoder(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    ec2 = account.ec2(US_EAST_2);
    elb = account.elb(US_EAST_2);
    vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24")).subnet().subnetId();
    certificate = requested("twins.example.com");
    frontend = group("frontend");
    nodes = group("nodes");
    ec2.authorizeSecurityGroupIngress(r -> r.groupId(nodes).ipPermissions(fromFrontend()));
    balancer = balancer(LoadBalancerSchemeEnum.INTERNET_FACING, frontend);
    targets = targets("coder", group -> {});
    preserve(targets, "true");
    listener = listener(balancer, ProtocolEnum.TLS, 443);
    read = Catalogued.of(this::facts);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(ROWS).allSatisfy(id -> assertThat(read.verdict(id)).as(id).isEqualTo(Verdict.PASS));
    assertThat(read.facts().all(LoadBalancer.class).facts())
        .singleElement()
        .satisfies(one -> assertThat(one.zones()).allMatch(zone -> zone.allocation().isPresent()));
  }

  @Test
  void theTagsOfAnotherService() {
    fails(() -> tag(balancer, "coder/other"), "LB-1");
  }

  @Test
  void itIsGone() {
    fails(
        () -> {
          elb.deleteListener(r -> r.listenerArn(listener));
          elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer));
        },
        "LB-1");
  }

  @Test
  void itIsInternal() {
    fails(() -> replaced(LoadBalancerSchemeEnum.INTERNAL, frontend), "LB-1");
  }

  @Test
  void itHasNoGroups() {
    fails(() -> replaced(LoadBalancerSchemeEnum.INTERNET_FACING), "LB-3");
  }

  @Test
  void itListensElsewhere() {
    fails(() -> elb.modifyListener(r -> r.listenerArn(listener).port(8443)), "LB-1");
  }

  @Test
  void itEndsNoTls() {
    fails(
        () -> {
          elb.deleteListener(r -> r.listenerArn(listener));
          listener(balancer, ProtocolEnum.TCP, 443);
        },
        "LB-1");
  }

  @Test
  void itHasAnotherCertificate() {
    String asked = certificate;
    fails(
        () -> {
          elb.deleteListener(r -> r.listenerArn(listener));
          certificate = requested("other.example.com");
          listener(balancer, ProtocolEnum.TLS, 443);
          certificate = asked;
        },
        "LB-1");
  }

  @Test
  void itHidesClients() {
    fails(() -> preserve(targets, "false"), "LB-3");
  }

  @Test
  void itPutsAHeaderBeforeRequests() {
    fails(() -> attribute(targets, "proxy_protocol_v2.enabled", "true"), "LB-2");
  }

  @Test
  void itSpeaksTlsToCoder() {
    fails(() -> forward(targets("tls", group -> group.protocol(ProtocolEnum.TLS))), "LB-2");
  }

  @Test
  void itAsksForHealthOtherwise() {
    fails(() -> elb.modifyTargetGroup(r -> r.targetGroupArn(targets).healthCheckPath("/")), "LB-4");
  }

  @Test
  void nobodyLetsItIn() {
    fails(
        () -> ec2.revokeSecurityGroupIngress(r -> r.groupId(nodes).ipPermissions(fromFrontend())),
        "LB-3");
  }

  private void fails(Runnable breaking, String... rows) {
    assertThat(read.failAfter(breaking)).containsExactlyInAnyOrder(rows);
  }

  /** The same in another way: neither can be changed once it is there. */
  private void replaced(LoadBalancerSchemeEnum scheme, String... groups) {
    elb.deleteListener(r -> r.listenerArn(listener));
    elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer));
    listener(balancer(scheme, groups), ProtocolEnum.TLS, 443);
  }

  private String balancer(LoadBalancerSchemeEnum scheme, String... groups) {
    String address = ec2.allocateAddress().allocationId();
    String arn =
        elb.createLoadBalancer(
                r -> {
                  r.name("coder-" + address.substring(address.length() - 6))
                      .type(LoadBalancerTypeEnum.NETWORK)
                      .scheme(scheme)
                      .subnetMappings(
                          SubnetMapping.builder().subnetId(subnet).allocationId(address).build());
                  if (groups.length > 0) {
                    r.securityGroups(groups);
                  }
                })
            .loadBalancers()
            .get(0)
            .loadBalancerArn();
    tag(arn, "coder/coder");
    return arn;
  }

  private String targets(String name, Consumer<CreateTargetGroupRequest.Builder> change) {
    String arn =
        elb.createTargetGroup(
                r -> {
                  r.name(name)
                      .vpcId(vpc)
                      .protocol(ProtocolEnum.TCP)
                      .port(8080)
                      .targetType(TargetTypeEnum.IP)
                      .healthCheckProtocol(ProtocolEnum.HTTP)
                      .healthCheckPath("/healthz");
                  change.accept(r);
                })
            .targetGroups()
            .get(0)
            .targetGroupArn();
    tag(arn, "coder/coder");
    return arn;
  }

  private String listener(String of, ProtocolEnum protocol, int port) {
    return elb.createListener(
            r -> {
              r.loadBalancerArn(of).protocol(protocol).port(port).defaultActions(to(targets));
              if (protocol == ProtocolEnum.TLS) {
                r.certificates(Certificate.builder().certificateArn(certificate).build());
              }
            })
        .listeners()
        .get(0)
        .listenerArn();
  }

  private void forward(String other) {
    preserve(other, "true");
    elb.modifyListener(r -> r.listenerArn(listener).defaultActions(to(other)));
  }

  private static Action to(String group) {
    return Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(group).build();
  }

  private void preserve(String group, String value) {
    attribute(group, "preserve_client_ip.enabled", value);
  }

  private void attribute(String group, String key, String value) {
    elb.modifyTargetGroupAttributes(
        r ->
            r.targetGroupArn(group)
                .attributes(TargetGroupAttribute.builder().key(key).value(value).build()));
  }

  private void tag(String arn, String stack) {
    elb.addTags(r -> r.resourceArns(arn).tags(Tag.builder().key(STACK).value(stack).build()));
  }

  private String group(String name) {
    return ec2.createSecurityGroup(r -> r.groupName(name).description(name).vpcId(vpc)).groupId();
  }

  private IpPermission fromFrontend() {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(8080)
        .toPort(8080)
        .userIdGroupPairs(UserIdGroupPair.builder().groupId(frontend).build())
        .build();
  }

  private String requested(String domain) {
    return account.acm(US_EAST_2).requestCertificate(r -> r.domainName(domain)).certificateArn();
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(LoadBalancerReader.read(account, List.of(US_EAST_2)));
    facts.addAll(NetworkReader.read(account, List.of(US_EAST_2)));
    try (KubernetesClient client = new KubernetesClientBuilder().build()) {
      facts.addAll(KubernetesReader.of(objects(client), US_EAST_2, Origin.APPLIED));
    }
    return facts;
  }

  private List<HasMetadata> objects(KubernetesClient client) {
    try (InputStream file = LoadBalancerReaderTest.class.getResourceAsStream("coder.yaml")) {
      String yaml =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .replace("CERTIFICATE", certificate);
      return client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
