package dev.atoll.itest.breaks;

import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Vpc;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Breaks of the rules that admit one VPC's addresses to the nodes of the other. */
final class RuleBreaks {

  private RuleBreaks() {}

  /** Revokes the rules; they come back with description and tags and with new ids. */
  static Healing revoked(Link link, Vpc source, Vpc destination, int port) {
    Ec2Client ec2 = link.ec2(destination);
    List<SecurityGroupRule> rules = rules(link, source, destination, port);
    rules.forEach(
        rule ->
            ec2.revokeSecurityGroupIngress(
                request ->
                    request
                        .groupId(rule.groupId())
                        .securityGroupRuleIds(rule.securityGroupRuleId())));
    return () -> rules.forEach(rule -> authorize(ec2, rule));
  }

  /** Moves the rules to the next port; they keep their ids. */
  static Healing moved(Link link, Vpc source, Vpc destination, int port) {
    Ec2Client ec2 = link.ec2(destination);
    List<SecurityGroupRule> rules = rules(link, source, destination, port);
    rules.forEach(rule -> modify(ec2, rule, port + 1, port + 1));
    return () -> rules.forEach(rule -> modify(ec2, rule, rule.fromPort(), rule.toPort()));
  }

  private static List<SecurityGroupRule> rules(Link link, Vpc source, Vpc destination, int port) {
    List<String> ids =
        link.rules(source, destination, port).stream()
            .map(Ingress::ref)
            .map(rule -> rule.key())
            .toList();
    if (ids.isEmpty()) {
      throw new IllegalStateException(
          "No rule on the nodes of %s admits %s on port %d, so none could be taken away."
              .formatted(destination.source(), source.source(), port));
    }
    return link.ec2(destination)
        .describeSecurityGroupRules(request -> request.securityGroupRuleIds(ids))
        .securityGroupRules();
  }

  private static void authorize(Ec2Client ec2, SecurityGroupRule rule) {
    IpRange addresses =
        IpRange.builder().cidrIp(rule.cidrIpv4()).description(rule.description()).build();
    IpPermission permission =
        IpPermission.builder()
            .ipProtocol(rule.ipProtocol())
            .fromPort(rule.fromPort())
            .toPort(rule.toPort())
            .ipRanges(addresses)
            .build();
    ec2.authorizeSecurityGroupIngress(
        request ->
            request
                .groupId(rule.groupId())
                .ipPermissions(permission)
                .tagSpecifications(tags(rule)));
  }

  private static List<TagSpecification> tags(SecurityGroupRule rule) {
    return rule.tags().isEmpty()
        ? List.of()
        : List.of(
            TagSpecification.builder()
                .resourceType(ResourceType.SECURITY_GROUP_RULE)
                .tags(rule.tags())
                .build());
  }

  private static void modify(Ec2Client ec2, SecurityGroupRule rule, int from, int to) {
    SecurityGroupRuleRequest changed =
        SecurityGroupRuleRequest.builder()
            .ipProtocol(rule.ipProtocol())
            .fromPort(from)
            .toPort(to)
            .cidrIpv4(rule.cidrIpv4())
            .description(rule.description())
            .build();
    SecurityGroupRuleUpdate update =
        SecurityGroupRuleUpdate.builder()
            .securityGroupRuleId(rule.securityGroupRuleId())
            .securityGroupRule(changed)
            .build();
    ec2.modifySecurityGroupRules(
        request -> request.groupId(rule.groupId()).securityGroupRules(update));
  }
}
