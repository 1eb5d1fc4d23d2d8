package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Optional;

/**
 * A service account.
 *
 * @param object which one
 * @param role the ARN in its annotation {@code eks.amazonaws.com/role-arn}; empty when it has none
 * @see <a
 *     href="https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html">Assign
 *     IAM roles to service accounts</a>
 */
public record ServiceAccount(Source source, Ref ref, ObjectName object, Optional<String> role)
    implements Fact {}
