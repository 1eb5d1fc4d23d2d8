package dev.atoll.facts.state;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A bucket that keeps Terraform state.
 *
 * @param name its name
 * @param region where it is
 * @param encrypted whether objects are encrypted by default
 * @param versioned whether old versions are kept
 * @param publicAccessBlocked whether all four blocks of public access are on
 */
public record StateBucket(
    Source source,
    Ref ref,
    Value<String> name,
    Value<Region> region,
    Value<Boolean> encrypted,
    Value<Boolean> versioned,
    Value<Boolean> publicAccessBlocked)
    implements Fact {}
