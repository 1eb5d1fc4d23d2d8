package dev.atoll.analysis.dns;

import dev.atoll.analysis.dns.CounterExample.Claim;
import dev.atoll.analysis.dns.Destinations.Destination;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks for one class of names after the other, and compares the answers with what is claimed. */
final class Interrogation {

  private static final String TYPE = "A";

  private final Route53 route53;
  private final Tiers tiers;
  private final Destinations destinations;
  private final Certificates certificates;
  private final Set<Claim> claims;

  Interrogation(Facts facts, Route53 route53, Tiers tiers, Set<Claim> claims) {
    this.claims = claims;
    this.route53 = route53;
    this.tiers = tiers;
    this.destinations = Destinations.of(facts);
    this.certificates = new Certificates(facts);
  }

  /** The first counter-example to every claim; what leaves one open is added to the last. */
  Collection<CounterExample> ask(
      NameClass names,
      Set<Region> serving,
      List<Set<Region>> combinations,
      List<Region> asking,
      Set<String> open) {
    boolean byLatency =
        route53.chain(names.sample(), TYPE).stream().anyMatch(RecordSet::isByLatency);
    List<Region> different = byLatency ? asking : asking.subList(0, 1);
    Map<Claim, CounterExample> found = new EnumMap<>(Claim.class);
    Optional<String> gap = route53.zone(names.sample()).flatMap(Zone::gap);
    Map<DnsRecord, Truth> certified = new HashMap<>();
    for (Set<Region> down : combinations) {
      Health health = tiers.down(down);
      for (Region from : different) {
        Question question = new Question(names.sample(), TYPE, from);
        Answer answer = route53.answer(question, health);
        open.addAll(answer.open());
        if (answer.open().isEmpty()) {
          Map<Claim, String> wrong = wrong(names, serving, down, answer, certified, open);
          if (!wrong.isEmpty() && gap.isPresent()) {
            // A record that was not seen may be the better answer.
            open.add(gap.get());
            continue;
          }
          wrong.forEach(
              (claim, why) ->
                  found.computeIfAbsent(
                      claim, key -> new CounterExample(key, names, question, down, answer, why)));
        }
      }
    }
    return found.values();
  }

  private Map<Claim, String> wrong(
      NameClass names,
      Set<Region> serving,
      Set<Region> down,
      Answer answer,
      Map<DnsRecord, Truth> certified,
      Set<String> open) {
    Optional<DnsRecord> record = answer.record();
    if (answer.outcome() != Outcome.ANSWER || record.isEmpty()) {
      return claims.contains(Claim.ANSWERED)
          ? Map.of(Claim.ANSWERED, "there is no address for a name that is served")
          : Map.of();
    }
    Value<Region> region = tiers.region(record.get());
    if (region.asOptional().isEmpty()) {
      open.addAll(region.is(any -> true).open());
      return Map.of();
    }
    Map<Claim, String> wrong = new EnumMap<>(Claim.class);
    if (claims.contains(Claim.HEALTHY) && down.contains(region.asOptional().get())) {
      new TreeSet<>(serving)
          .stream()
              .filter(each -> !down.contains(each))
              .findFirst()
              .ifPresent(
                  up ->
                      wrong.put(
                          Claim.HEALTHY,
                          "%s is down, and %s, which is not, serves the name as well"
                              .formatted(region.asOptional().get(), up)));
    }
    if (!claims.contains(Claim.CERTIFIED)) {
      return wrong;
    }
    Truth covered = certified.computeIfAbsent(record.get(), each -> certified(names, each));
    open.addAll(covered.open());
    if (covered.isNo()) {
      wrong.put(
          Claim.CERTIFIED,
          "no issued certificate in %s covers %s"
              .formatted(region.asOptional().get(), names.pattern()));
    }
    return wrong;
  }

  private Truth certified(NameClass names, DnsRecord record) {
    Value<Destination> destination = destinations.of(record);
    return destination.fold(
        lead ->
            lead.region()
                .fold(region -> certificates.cover(names.sample(), lead, region), Truth::open),
        Truth::open);
  }

  /** Whether the names get an address where no certificate covers them. */
  boolean isBare(NameClass names) {
    return route53.chain(names.sample(), TYPE).stream()
        .flatMap(set -> set.records().stream())
        .filter(record -> record.leadsToAddress().isYes())
        .anyMatch(record -> certified(names, record).isNo());
  }
}
