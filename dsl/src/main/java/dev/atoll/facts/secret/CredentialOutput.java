package dev.atoll.facts.secret;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * An output of a Terraform root whose value is, or holds, a credential.
 *
 * @param sensitive whether it is marked so
 */
public record CredentialOutput(Source source, Ref ref, Value<Boolean> sensitive) implements Fact {}
