package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.iam.RolePolicy;
import java.util.List;
import java.util.Set;

/** Managed policies that are attached to roles. */
final class RolePolicyReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_iam_role_policy_attachment");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(RolePolicy.class);
  }

  @Override
  public List<RolePolicy> read(Attributes attachment) {
    return List.of(
        new RolePolicy(
            attachment.source(),
            attachment.ref(),
            attachment.ref("role"),
            attachment.symbolic("policy_arn").map(Ref::new)));
  }
}
