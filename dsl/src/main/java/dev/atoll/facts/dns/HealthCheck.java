package dev.atoll.facts.dns;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.time.Duration;
import java.util.Optional;

/**
 * A health check of Route 53.
 *
 * @param type what is asked: {@code HTTPS}, {@code HTTP}, {@code TCP}, {@code CALCULATED} …
 * @param name the name that is asked; empty when an address is
 * @param port the port
 * @param path the path; empty for the root
 * @param interval the time between two requests of one checker: 10 or 30 seconds
 * @param threshold how many requests in a row must agree before the status changes
 */
public record HealthCheck(
    Source source,
    Ref ref,
    Value<String> type,
    Value<Optional<String>> name,
    Value<Integer> port,
    Value<String> path,
    Value<Duration> interval,
    Value<Integer> threshold)
    implements Fact {}
