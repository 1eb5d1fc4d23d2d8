package dev.atoll.analysis.dns;

import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a question while Regions are down: answered as before until Route 53 knows, and
 * kept by resolvers for the TTL after that.
 *
 * @param question the question
 * @param down the Regions that are down
 * @param before the answer until Route 53 knows
 * @param after the answer from then on
 * @param timeline how long both take at most; empty when no health check with known times decides,
 *     since AWS gives no time for the health of targets alone
 * @param unsaved what it does not save, half a sentence each
 */
public record Failover(
    Question question,
    Set<Region> down,
    Answer before,
    Answer after,
    Optional<DnsTimeline> timeline,
    List<String> unsaved) {

  public Failover {
    down = Set.copyOf(down);
    unsaved = List.copyOf(unsaved);
  }

  /** What becomes of it by these facts. */
  public static Failover of(Facts facts, Question question, Set<Region> down) {
    Route53 route53 = Route53.of(facts);
    Tiers tiers = Tiers.of(facts, route53);
    Answer before = route53.answer(question, Health.ALL_WELL);
    return new Failover(
        question,
        down,
        before,
        route53.answer(question, tiers.down(down)),
        slowest(facts, route53, tiers, question, down).map(check -> timeline(check, before.ttl())),
        new Unsaved(facts).with(down));
  }

  private static Optional<HealthCheck> slowest(
      Facts facts, Route53 route53, Tiers tiers, Question question, Set<Region> down) {
    return route53.chain(question.name(), question.type()).stream()
        .flatMap(set -> set.records().stream())
        .map(DnsRecord::healthCheck)
        .flatMap(check -> check.asOptional().stream().flatMap(Optional::stream))
        .filter(check -> tiers.region(check).is(down::contains).isYes())
        .flatMap(check -> known(facts, check).stream())
        .max(Comparator.comparing(check -> timeline(check, Duration.ZERO).detection()));
  }

  private static Optional<HealthCheck> known(Facts facts, Ref check) {
    return facts
        .find(HealthCheck.class, check)
        .filter(found -> found.interval().asOptional().isPresent())
        .filter(found -> found.threshold().asOptional().isPresent());
  }

  private static DnsTimeline timeline(HealthCheck check, Duration ttl) {
    return new DnsTimeline(
        check.interval().asOptional().orElseThrow(),
        check.threshold().asOptional().orElseThrow(),
        ttl);
  }

  /** Whether the answer changes. */
  public boolean moves() {
    return !before.record().equals(after.record());
  }
}
