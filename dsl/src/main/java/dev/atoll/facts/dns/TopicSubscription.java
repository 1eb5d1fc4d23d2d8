package dev.atoll.facts.dns;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * Somebody who is told what an SNS topic is told.
 *
 * @param topic the topic
 * @param protocol how: {@code email}, {@code https} …
 * @param confirmed whether who was subscribed has agreed; until then nothing is sent
 */
public record TopicSubscription(
    Source source, Ref ref, Value<Ref> topic, Value<String> protocol, Value<Boolean> confirmed)
    implements Fact {}
