package dev.atoll.facts.configuration;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * Which of several roots makes a resource, where nothing in them says in which order they are
 * applied.
 *
 * @param root the root, as its folder is called
 */
public record MadeIn(Source source, Ref ref, String root) implements Fact {}
