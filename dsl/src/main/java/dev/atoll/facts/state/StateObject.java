package dev.atoll.facts.state;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A state that was found in a bucket.
 *
 * @param bucket the name of the bucket
 * @param key the object's key
 * @param encrypted whether this object is encrypted at rest
 * @param lockTaken whether a run has held the lock beside it: a versioned bucket keeps the trace of
 *     the lock file
 */
public record StateObject(
    Source source,
    Ref ref,
    Value<String> bucket,
    Value<String> key,
    Value<Boolean> encrypted,
    Value<Boolean> lockTaken)
    implements Fact {}
