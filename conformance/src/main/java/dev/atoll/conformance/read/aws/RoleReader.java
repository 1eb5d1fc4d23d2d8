package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.itest.aws.TrustPolicyJson;
import java.util.List;
import java.util.Set;

/**
 * IAM roles. Their trust policy is JSON, or the {@code json} of an {@code aws_iam_policy_document};
 * what is known only after apply stands for itself in it.
 */
final class RoleReader implements ResourceReader {

  private static final String TRUST = "assume_role_policy";

  @Override
  public Set<String> types() {
    return Set.of("aws_iam_role");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Role.class);
  }

  @Override
  public List<Role> read(Attributes role) {
    return List.of(new Role(role.source(), role.ref(), role.text("name"), trust(role)));
  }

  private static Value<TrustPolicy> trust(Attributes role) {
    Value<TrustPolicy> written = role.symbolic(TRUST).flatMap(TrustPolicyJson::read);
    return written.asOptional().isPresent()
        ? written
        : role.data(TRUST, "aws_iam_policy_document", "json")
            .map(PolicyDocument::read)
            .orElse(written);
  }
}
