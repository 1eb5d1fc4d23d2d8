package dev.atoll.facts.iam;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * An OpenID Connect provider whose tokens IAM accepts, such as that of an EKS cluster.
 *
 * @param issuer its URL without the scheme, as IAM has it in ARNs and condition keys; what stands
 *     for it where Terraform learns it only after apply
 * @param audiences for whom its tokens must be made out: the client ids that it lists
 */
public record OidcProvider(
    Source source, Ref ref, Value<String> issuer, Value<Set<String>> audiences) implements Fact {}
