package dev.atoll.facts.cache;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * A replication group of ElastiCache.
 *
 * @param region where it is
 * @param identifier its name
 * @param clusterMode whether it answers as a cluster, with MOVED for keys of other shards
 * @param encryptedInTransit whether it speaks TLS
 * @param encryptedAtRest whether it is encrypted at rest
 * @param authenticated whether a client has to sign in
 * @param groups its security groups
 */
public record CacheGroup(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<String> identifier,
    Value<Boolean> clusterMode,
    Value<Boolean> encryptedInTransit,
    Value<Boolean> encryptedAtRest,
    Value<Boolean> authenticated,
    Value<Set<Ref>> groups)
    implements Fact {}
