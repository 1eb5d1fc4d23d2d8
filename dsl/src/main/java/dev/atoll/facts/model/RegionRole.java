package dev.atoll.facts.model;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * What the model says of a Region: only a topology has this fact.
 *
 * @param region the Region
 * @param primary whether it holds the database, LiteLLM and the state
 */
public record RegionRole(Source source, Ref ref, Region region, boolean primary) implements Fact {}
