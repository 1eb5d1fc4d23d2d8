package dev.atoll.facts.helm;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * Which version of the Terraform provider helm a root asks for.
 *
 * @param constraint the constraint as it is written, such as {@code ~> 3.1}; an empty text for none
 */
public record HelmProvider(Source source, Ref ref, Value<String> constraint) implements Fact {}
