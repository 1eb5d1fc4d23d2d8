package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Map;

/**
 * A security group.
 *
 * @param vpc the VPC it belongs to
 * @param name its group name
 * @param tags its tags
 */
public record SecurityGroup(
    Source source, Ref ref, Value<Ref> vpc, Value<String> name, Value<Map<String, String>> tags)
    implements Fact {}
