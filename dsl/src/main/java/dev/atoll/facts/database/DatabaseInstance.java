package dev.atoll.facts.database;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Optional;

/**
 * An instance of a database cluster.
 *
 * @param cluster its cluster
 * @param instanceClass such as {@code db.serverless}
 * @param writer whether it is the writer; only what was applied has one
 * @param reason why it is there, where it is a reader and its design says so
 */
public record DatabaseInstance(
    Source source,
    Ref ref,
    Value<Ref> cluster,
    Value<String> instanceClass,
    Value<Boolean> writer,
    Optional<String> reason)
    implements Fact {}
