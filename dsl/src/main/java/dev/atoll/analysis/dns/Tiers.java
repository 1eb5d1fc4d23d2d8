package dev.atoll.analysis.dns;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lost Region takes with it: the load balancers there, and the health checks that ask what
 * is there. So a set of Regions that are down is a {@link Health}.
 */
public final class Tiers {

  private static final Set<String> ASKS_AN_ENDPOINT =
      Set.of("HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP");

  private final Route53 route53;
  private final Destinations destinations;
  private final Map<Ref, Value<Region>> checks = new HashMap<>();

  private Tiers(Facts facts, Route53 route53) {
    this.route53 = route53;
    this.destinations = Destinations.of(facts);
    facts.all(HealthCheck.class).stream().forEach(check -> checks.put(check.ref(), asked(check)));
  }

  /** The tiers behind those zones. */
  public static Tiers of(Facts facts, Route53 route53) {
    return new Tiers(facts, route53);
  }

  /** The Region of a load balancer by its DNS name. */
  public Value<Region> region(String dnsName) {
    return destinations.named(dnsName).flatMap(Destinations.Destination::region);
  }

  /** The Region that a record leads to. */
  public Value<Region> region(DnsRecord record) {
    return destinations.of(record).flatMap(Destinations.Destination::region);
  }

  /** The Region that a health check asks; unknown when it asks several, or something else. */
  public Value<Region> region(Ref healthCheck) {
    return checks.getOrDefault(
        healthCheck, Value.unknown("what " + healthCheck + " asks: it was not seen"));
  }

  private Value<Region> asked(HealthCheck check) {
    if (!check.type().is(ASKS_AN_ENDPOINT::contains).isYes()) {
      return Value.unknown("what the %s check %s asks".formatted(check.type().show(), check.ref()));
    }
    return check
        .name()
        .flatMap(
            name ->
                name.map(this::reached)
                    .orElse(
                        Value.unknown("where the address is that %s asks".formatted(check.ref()))));
  }

  private Value<Region> reached(String name) {
    DomainName asked = new DomainName(name);
    if (route53.zone(asked).isEmpty()) {
      return region(name);
    }
    Set<Value<Region>> regions = leads(asked).collect(Collectors.toSet());
    return regions.size() == 1
        ? regions.iterator().next()
        : Value.unknown(
            "which Region a health checker reaches that asks %s: %s"
                .formatted(name, regions.isEmpty() ? "nothing answers" : "several answer"));
  }

  /** The Regions that may answer for a name, those that are not known too. */
  Stream<Value<Region>> leads(DomainName name) {
    return leading(name).map(this::region);
  }

  private Stream<DnsRecord> leading(DomainName name) {
    List<RecordSet> chain = route53.chain(name, "A");
    return chain.stream()
        .flatMap(set -> set.records().stream())
        .filter(record -> record.type().is("A"::equals).isYes())
        .filter(record -> !leadsOn(record));
  }

  private boolean leadsOn(DnsRecord record) {
    return record
        .alias()
        .asOptional()
        .flatMap(alias -> alias)
        .filter(alias -> route53.zone(new DomainName(alias)).isPresent())
        .isPresent();
  }

  /** What Route 53 knows once these Regions have been down for long enough. */
  public Health down(Set<Region> down) {
    return new Health() {
      @Override
      public Truth target(String dnsName) {
        return region(dnsName).is(region -> !down.contains(region));
      }

      @Override
      public Truth check(Ref healthCheck) {
        return region(healthCheck).is(region -> !down.contains(region));
      }
    };
  }

  /** The Regions on which the answer for a name depends, as far as they are known. */
  Set<Region> deciding(DomainName name) {
    Stream<Region> checked =
        route53.chain(name, "A").stream()
            .flatMap(set -> set.records().stream())
            .flatMap(record -> record.healthCheck().asOptional().stream())
            .flatMap(Optional::stream)
            .flatMap(check -> region(check).asOptional().stream());
    return Stream.concat(leads(name).flatMap(lead -> lead.asOptional().stream()), checked)
        .collect(Collectors.toSet());
  }
}
