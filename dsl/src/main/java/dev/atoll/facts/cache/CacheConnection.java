package dev.atoll.facts.cache;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * How a client connects to a cache, as the secret or configuration that it reads says.
 *
 * @param cache the cache
 * @param clusterClient whether the client follows MOVED
 */
public record CacheConnection(
    Source source, Ref ref, Value<Ref> cache, Value<Boolean> clusterClient) implements Fact {}
