package dev.atoll.facts.model;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * A text that should have been something else and could not be read as it.
 *
 * @param what what it should have been: "VPC CIDR"
 * @param why what is wrong with it
 */
public record Malformed(Source source, Ref ref, String what, String why) implements Fact {}
