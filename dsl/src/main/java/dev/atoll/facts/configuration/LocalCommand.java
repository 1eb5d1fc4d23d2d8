package dev.atoll.facts.configuration;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A command that Terraform runs on the machine that applies ({@code local-exec}).
 *
 * @param ref the resource that has the provisioner
 * @param command what is run; what is not known in it stands for itself
 */
public record LocalCommand(Source source, Ref ref, Value<String> command) implements Fact {}
