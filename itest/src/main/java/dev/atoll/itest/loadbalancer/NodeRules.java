package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.NodeRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * The rules on the nodes' security group that admit the load balancers of a cluster. The group is
 * the only one of an interface, or the one of several that carries the cluster's tag.
 *
 * @param ec2 the API
 * @param cluster the cluster's name
 * @param groups the groups of the load balancers
 */
record NodeRules(Ec2Client ec2, String cluster, SecurityGroups groups) {

  /** By this the controller knows its own rules. */
  private static final String OURS = "elbv2.k8s.aws/targetGroupBinding=shared";

  /**
   * Makes the rules of the nodes' groups those that are wanted, and leaves the rules of others.
   *
   * @throws IllegalStateException when an interface has several groups and not one of them tagged
   */
  void make(Set<NodeRule> wanted) {
    for (String group : groupsOfNodes()) {
      Set<NodeRule> missing = new HashSet<>(wanted);
      for (SecurityGroupRule rule : ours(group)) {
        if (!missing.remove(read(rule))) {
          ec2.revokeSecurityGroupIngress(
              request -> request.groupId(group).securityGroupRuleIds(rule.securityGroupRuleId()));
        }
      }
      missing.forEach(rule -> add(group, rule));
    }
  }

  private NodeRule read(SecurityGroupRule rule) {
    return new NodeRule(rule.fromPort(), Optional.ofNullable(rule.cidrIpv4()));
  }

  private List<SecurityGroupRule> ours(String group) {
    return ec2
        .describeSecurityGroupRules(
            request -> request.filters(Filter.builder().name("group-id").values(group).build()))
        .securityGroupRules()
        .stream()
        .filter(rule -> !rule.isEgress() && OURS.equals(rule.description()))
        .toList();
  }

  private void add(String group, NodeRule rule) {
    IpPermission.Builder permission =
        IpPermission.builder().ipProtocol("tcp").fromPort(rule.port()).toPort(rule.port());
    rule.source()
        .ifPresentOrElse(
            cidr -> permission.ipRanges(IpRange.builder().cidrIp(cidr).description(OURS).build()),
            () ->
                permission.userIdGroupPairs(
                    UserIdGroupPair.builder()
                        .groupId(groups.backend().orElseThrow())
                        .description(OURS)
                        .build()));
    ec2.authorizeSecurityGroupIngress(
        request -> request.groupId(group).ipPermissions(permission.build()));
  }

  private Set<String> groupsOfNodes() {
    Set<String> found = new TreeSet<>();
    ec2
        .describeInstancesPaginator(
            request ->
                request.filters(
                    Filter.builder().name("tag-key").values(tag()).build(),
                    Filter.builder()
                        .name("instance-state-name")
                        .values("pending", "running")
                        .build()))
        .reservations()
        .stream()
        .flatMap(reservation -> reservation.instances().stream())
        .map(Instance::networkInterfaces)
        .flatMap(List::stream)
        .forEach(each -> found.add(groupOf(each)));
    return found;
  }

  private String groupOf(InstanceNetworkInterface nic) {
    List<String> ids = nic.groups().stream().map(GroupIdentifier::groupId).toList();
    if (ids.size() == 1) {
      return ids.get(0);
    }
    List<String> tagged =
        ec2.describeSecurityGroups(request -> request.groupIds(ids)).securityGroups().stream()
            .filter(group -> group.tags().stream().anyMatch(each -> each.key().equals(tag())))
            .map(SecurityGroup::groupId)
            .toList();
    if (tagged.size() != 1) {
      throw new IllegalStateException(
          "expected exactly one securityGroup tagged with %s for eni %s, got: %s"
              .formatted(tag(), nic.networkInterfaceId(), tagged));
    }
    return tagged.get(0);
  }

  private String tag() {
    return "kubernetes.io/cluster/" + cluster;
  }
}
