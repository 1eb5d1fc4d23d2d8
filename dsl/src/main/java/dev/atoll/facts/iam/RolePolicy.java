package dev.atoll.facts.iam;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A managed policy that is attached to a role.
 *
 * @param role the role
 * @param policy the policy's ARN, or its reference where it is made in the same place
 */
public record RolePolicy(Source source, Ref ref, Value<Ref> role, Value<Ref> policy)
    implements Fact {}
