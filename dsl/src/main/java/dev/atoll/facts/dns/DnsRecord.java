package dev.atoll.facts.dns;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record set of Route 53.
 *
 * @param zone the hosted zone that it is in
 * @param name its name, in lower case, without the dot at the end, a wildcard as {@code *}
 * @param type its type, such as {@code A} or {@code CNAME}
 * @param routing how it is chosen among its like
 * @param setIdentifier what tells it from its like; empty for simple routing
 * @param alias the DNS name of what it is an alias to, such as a load balancer's; empty for none
 * @param evaluatesTargetHealth whether it answers only while the alias's target is healthy
 * @param healthCheck the health check that it asks besides
 * @param ttl how long resolvers may keep it; empty for an alias, which has its target's
 * @param values what it answers; empty for an alias
 */
public record DnsRecord(
    Source source,
    Ref ref,
    Value<Ref> zone,
    Value<String> name,
    Value<String> type,
    Value<Routing> routing,
    Value<Optional<String>> setIdentifier,
    Value<Optional<String>> alias,
    Value<Boolean> evaluatesTargetHealth,
    Value<Optional<Ref>> healthCheck,
    Value<Optional<Duration>> ttl,
    Value<List<String>> values)
    implements Fact {

  private static final Set<String> ADDRESS_TYPES = Set.of("A", "AAAA", "CNAME");

  /** Whether a client that asks for an address gets somewhere by it. */
  public Truth leadsToAddress() {
    return type.is(ADDRESS_TYPES::contains);
  }
}
