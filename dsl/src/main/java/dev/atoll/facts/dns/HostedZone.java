package dev.atoll.facts.dns;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A hosted zone of Route 53, made here or looked up.
 *
 * @param name its domain, in lower case and without the dot at the end
 * @param isPrivate whether only VPCs are answered from it
 */
public record HostedZone(Source source, Ref ref, Value<String> name, Value<Boolean> isPrivate)
    implements Fact {}
