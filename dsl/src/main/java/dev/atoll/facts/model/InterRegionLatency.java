package dev.atoll.facts.model;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.time.Duration;
import java.util.Optional;

/**
 * The round trip between two Regions that the deployment lives with.
 *
 * @param from one Region
 * @param to the other
 * @param measured what the topology says was measured
 */
public record InterRegionLatency(
    Source source, Ref ref, Region from, Region to, Optional<Duration> measured) implements Fact {}
