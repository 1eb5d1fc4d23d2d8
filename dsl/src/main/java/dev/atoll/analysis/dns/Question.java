package dev.atoll.analysis.dns;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;

/**
 * What a resolver asks.
 *
 * @param name the name
 * @param type the type of record, such as {@code A}
 * @param from the Region whose latencies decide: the one nearest to the resolver, or to its client
 *     where the resolver passes the client's subnet on
 */
public record Question(DomainName name, String type, Region from) {
  @Override
  public String toString() {
    return "%s %s asked from %s".formatted(name, type, from);
  }
}
