package dev.atoll.facts.coder;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * The Coder servers of one Region: one Deployment, one Helm release.
 *
 * @param region where they run
 * @param version the version of the image, with or without a leading v
 * @param replicas how many of them
 */
public record CoderServer(
    Source source, Ref ref, Value<Region> region, Value<String> version, Value<Integer> replicas)
    implements Fact {}
