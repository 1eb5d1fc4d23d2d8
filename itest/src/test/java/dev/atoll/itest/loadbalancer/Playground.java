package dev.atoll.itest.loadbalancer;

import static org.awaitility.Awaitility.await;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsClients;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** A cluster called coder in a VPC with three public subnets, as the controller's table has it. */
record Playground(
    AwsClients aws, KubernetesClient kubernetes, String nodes, Map<String, String> ids) {

  static final Region REGION = Region.US_EAST_2;
  static final String CLUSTER = "coder";

  private static final String OWNED = "kubernetes.io/cluster/" + CLUSTER;

  static Playground of(AwsClients aws, KubernetesClient kubernetes) {
    Ec2Client ec2 = aws.ec2(REGION);
    String vpc = ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    Map<String, String> ids = new HashMap<>();
    List<String> subnets = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String block = "10.0.%d.0/24".formatted(i);
      String zone = "us-east-2" + "abc".charAt(i - 1);
      TagSpecification tags =
          tags(ResourceType.SUBNET, Map.of("kubernetes.io/role/elb", "1", OWNED, "shared"));
      String subnet =
          ec2.createSubnet(
                  request ->
                      request
                          .vpcId(vpc)
                          .cidrBlock(block)
                          .availabilityZone(zone)
                          .tagSpecifications(tags))
              .subnet()
              .subnetId();
      subnets.add(subnet);
      ids.put("SUBNET-" + i, subnet);
      ids.put(
          "ADDRESS-" + i,
          ec2.allocateAddress(request -> request.domain(DomainType.VPC)).allocationId());
    }
    String certificate =
        aws.acm(REGION)
            .requestCertificate(request -> request.domainName("coderdemo.io"))
            .certificateArn();
    ids.put("CERTIFICATE", certificate);
    ids.put("MISSING", certificate.replaceFirst("/[0-9a-f]{8}-", "/00000000-"));
    aws.eks(REGION)
        .createCluster(
            request ->
                request
                    .name(CLUSTER)
                    .roleArn("arn:aws:iam::123456789012:role/coder")
                    .resourcesVpcConfig(network -> network.subnetIds(subnets)));
    return new Playground(aws, kubernetes, node(ec2, vpc, subnets.get(0)), ids);
  }

  /** A node; gives back its security group. */
  private static String node(Ec2Client ec2, String vpc, String subnet) {
    String group =
        ec2.createSecurityGroup(
                request -> request.vpcId(vpc).groupName("nodes").description("nodes"))
            .groupId();
    TagSpecification tags = tags(ResourceType.INSTANCE, Map.of(OWNED, "owned"));
    InstanceNetworkInterfaceSpecification nic =
        InstanceNetworkInterfaceSpecification.builder()
            .deviceIndex(0)
            .subnetId(subnet)
            .groups(group)
            .build();
    ec2.runInstances(
        request ->
            request
                .imageId("ami-00000000000000000")
                .instanceType(InstanceType.T3_LARGE)
                .minCount(1)
                .maxCount(1)
                .networkInterfaces(nic)
                .tagSpecifications(tags));
    return group;
  }

  private static TagSpecification tags(ResourceType type, Map<String, String> tags) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(
            tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  /** Puts a Service 443 → 8080 with these annotations into a namespace of its own. */
  Service apply(String namespace, Map<String, String> annotations) {
    kubernetes
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    return kubernetes
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("coder")
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .addToSelector("app", "coder")
                .addNewPort()
                .withName("https")
                .withPort(443)
                .withNewTargetPort(8080)
                .endPort()
                .endSpec()
                .build())
        .create();
  }

  Service get(String namespace) {
    return kubernetes.services().inNamespace(namespace).withName("coder").get();
  }

  Optional<String> hostname(String namespace) {
    return Optional.ofNullable(get(namespace))
        .flatMap(
            service ->
                service.getStatus().getLoadBalancer().getIngress().stream()
                    .map(each -> each.getHostname())
                    .findFirst());
  }

  List<Event> events(String namespace) {
    return kubernetes.v1().events().inNamespace(namespace).list().getItems();
  }

  /** Waits until the controller said that. */
  Event awaitEvent(String namespace, String reason) {
    return await("event " + reason + " in " + namespace)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                events(namespace).stream()
                    .filter(event -> event.getReason().equals(reason))
                    .findFirst(),
            Optional::isPresent)
        .get();
  }

  List<SecurityGroupRule> rulesOfNodes() {
    return aws
        .ec2(REGION)
        .describeSecurityGroupRules(
            request -> request.filters(Filter.builder().name("group-id").values(nodes).build()))
        .securityGroupRules()
        .stream()
        .filter(rule -> !rule.isEgress())
        .toList();
  }
}
