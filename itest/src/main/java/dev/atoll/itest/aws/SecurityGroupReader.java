package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.SecurityGroup;
import java.util.Set;
import java.util.stream.Stream;

/** Reads security groups; {@link SecurityGroupRuleReader} reads what they let through. */
final class SecurityGroupReader implements Ec2Reader {

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(SecurityGroup.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2.client().describeSecurityGroupsPaginator().securityGroups().stream()
        .map(group -> fact(ec2, group));
  }

  private static SecurityGroup fact(
      RegionalEc2 ec2, software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
    return new SecurityGroup(
        ec2.source(group.groupId()),
        new Ref(group.groupId()),
        Value.known(new Ref(group.vpcId())),
        Value.known(group.groupName()),
        Value.known(RegionalEc2.tags(group.tags())));
  }
}
