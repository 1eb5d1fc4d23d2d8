package dev.atoll.analysis.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The load balancers that records may lead to, by their DNS names. Immutable. */
public final class Destinations {

  private final Map<String, Destination> byName = new HashMap<>();

  /** A load balancer, made or looked up. */
  public record Destination(Ref ref, Value<Region> region) {
    @Override
    public String toString() {
      return "%s in %s".formatted(ref, region.show());
    }
  }

  private Destinations(Facts facts) {
    for (LoadBalancerLookup lookup : facts.all(LoadBalancerLookup.class).facts()) {
      lookup
          .dnsName()
          .asOptional()
          .ifPresent(name -> byName.put(name, new Destination(lookup.ref(), lookup.region())));
    }
    for (LoadBalancer balancer : facts.all(LoadBalancer.class).facts()) {
      byName.put(
          balancer.dnsName(), new Destination(balancer.ref(), Value.known(balancer.region())));
    }
  }

  /** Those of the facts, made or looked up. */
  public static Destinations of(Facts facts) {
    return new Destinations(facts);
  }

  /** Where a record leads; unknown when that is none of the load balancers. */
  public Value<Destination> of(DnsRecord record) {
    return record
        .alias()
        .flatMap(
            alias ->
                alias
                    .map(this::named)
                    .orElse(Value.unknown(record.ref() + " is an alias to nothing")));
  }

  /** The load balancer of that name; unknown when there is none. */
  public Value<Destination> named(String name) {
    // The console writes this before the names of load balancers.
    String plain = name.startsWith("dualstack.") ? name.substring("dualstack.".length()) : name;
    return Optional.ofNullable(byName.get(plain))
        .map(Value::known)
        .orElse(Value.unknown("which load balancer " + plain + " is"));
  }
}
