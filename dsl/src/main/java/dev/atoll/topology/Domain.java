package dev.atoll.topology;

import dev.atoll.facts.Source;

/**
 * The domain that users visit.
 *
 * @param at the builder call that named it
 * @param name the domain, such as {@code coderdemo.io}
 */
public record Domain(Source at, String name) {}
