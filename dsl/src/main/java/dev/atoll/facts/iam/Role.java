package dev.atoll.facts.iam;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * An IAM role.
 *
 * @param name its name
 * @param trust who may take it
 */
public record Role(Source source, Ref ref, Value<String> name, Value<TrustPolicy> trust)
    implements Fact {}
