package dev.atoll.facts.secret;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A secret in Secrets Manager, in one Region. A replica in another Region is a fact of its own.
 *
 * @param name its name, the same in every Region
 * @param region where this copy is
 * @param primary where its primary copy is
 */
public record Secret(
    Source source, Ref ref, Value<String> name, Value<Region> region, Value<Region> primary)
    implements Fact {}
