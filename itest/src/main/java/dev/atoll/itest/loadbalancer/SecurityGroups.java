package dev.atoll.itest.loadbalancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The security groups of load balancers: one for each, and one that all of a cluster share.
 *
 * @param ec2 the API
 * @param cluster the cluster's name
 * @param vpc the cluster's VPC
 */
record SecurityGroups(Ec2Client ec2, String cluster, String vpc) {

  private static final String MANAGED = "ManagedLBSecurityGroup";
  private static final String BACKEND = "backend-sg";

  /** The ids of the groups that a load balancer carries; what is missing is made. */
  List<String> of(NetworkLoadBalancer wanted) {
    List<String> groups = new ArrayList<>(wanted.securityGroups());
    wanted.managedGroup().ifPresent(managed -> groups.add(managed(managed, wanted.tags())));
    if (wanted.backendGroup()) {
      groups.add(backend().orElseGet(this::createBackend));
    }
    return List.copyOf(groups);
  }

  private String managed(NetworkLoadBalancer.ManagedGroup wanted, Map<String, String> tags) {
    Optional<SecurityGroup> there = managed(tags.get(Tags.STACK));
    String id =
        there
            .map(SecurityGroup::groupId)
            .orElseGet(
                () -> {
                  Map<String, String> all = new TreeMap<>(tags);
                  all.put(Tags.RESOURCE, MANAGED);
                  return create(wanted.name(), "[k8s] Managed SecurityGroup for LoadBalancer", all);
                });
    List<IpPermission> rules =
        wanted.ports().stream().map(port -> permission(port, wanted.sources())).toList();
    List<IpPermission> old = there.map(SecurityGroup::ipPermissions).orElse(List.of());
    if (!shown(old).equals(shown(rules))) {
      if (!old.isEmpty()) {
        ec2.revokeSecurityGroupIngress(request -> request.groupId(id).ipPermissions(old));
      }
      ec2.authorizeSecurityGroupIngress(request -> request.groupId(id).ipPermissions(rules));
    }
    return id;
  }

  private static IpPermission permission(int port, List<String> sources) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(sources.stream().map(cidr -> IpRange.builder().cidrIp(cidr).build()).toList())
        .build();
  }

  private static List<String> shown(List<IpPermission> rules) {
    return rules.stream()
        .flatMap(rule -> rule.ipRanges().stream().map(range -> rule.fromPort() + range.cidrIp()))
        .sorted()
        .toList();
  }

  private Optional<SecurityGroup> managed(String service) {
    return groups(Map.of(Tags.CLUSTER, cluster, Tags.STACK, service, Tags.RESOURCE, MANAGED))
        .stream()
        .findFirst();
  }

  /** The id of the shared group, where there is one. */
  Optional<String> backend() {
    return groups(Map.of(Tags.CLUSTER, cluster, Tags.SHARED, BACKEND)).stream()
        .map(SecurityGroup::groupId)
        .findFirst();
  }

  private String createBackend() {
    String name = "k8s-traffic-%s-%s".formatted(cluster, Names.hash(cluster));
    return create(
        name,
        "[k8s] Shared Backend SecurityGroup for LoadBalancer",
        Map.of(Tags.CLUSTER, cluster, Tags.SHARED, BACKEND));
  }

  private String create(String name, String description, Map<String, String> tags) {
    TagSpecification tagged =
        TagSpecification.builder()
            .resourceType(ResourceType.SECURITY_GROUP)
            .tags(
                tags.entrySet().stream()
                    .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                    .toList())
            .build();
    return ec2.createSecurityGroup(
            request ->
                request
                    .groupName(name)
                    .description(description)
                    .vpcId(vpc)
                    .tagSpecifications(tagged))
        .groupId();
  }

  private List<SecurityGroup> groups(Map<String, String> tags) {
    List<Filter> filters = new ArrayList<>();
    filters.add(Filter.builder().name("vpc-id").values(vpc).build());
    tags.forEach(
        (key, value) -> filters.add(Filter.builder().name("tag:" + key).values(value).build()));
    return ec2.describeSecurityGroups(request -> request.filters(filters)).securityGroups();
  }

  /** Deletes the group of a Service. */
  void deleteAllOf(String service) {
    managed(service).map(SecurityGroup::groupId).ifPresent(this::delete);
  }

  /** Deletes the shared group. */
  void deleteBackend() {
    backend().ifPresent(this::delete);
  }

  private void delete(String id) {
    ec2.deleteSecurityGroup(request -> request.groupId(id));
  }
}
