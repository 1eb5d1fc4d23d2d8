package dev.atoll.analysis.dns;

import dev.atoll.analysis.dns.Answer.Link;
import dev.atoll.analysis.dns.Zone.Found;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HostedZone;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The public hosted zones of a deployment, and what Route 53 answers from them. Follows CNAMEs and
 * aliases to names of its own, as a name server does within its zones.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html">How
 *     Route 53 chooses records when health checking is configured</a>
 */
public final class Route53 {

  /** Longer chains are loops. */
  private static final int LONGEST_CHAIN = 8;

  private final List<Zone> zones;
  private final Optional<String> unseenZones;

  private Route53(List<Zone> zones, Optional<String> unseenZones) {
    this.zones = List.copyOf(zones);
    this.unseenZones = unseenZones;
  }

  /** The zones of some facts. */
  public static Route53 of(Facts facts) {
    List<DnsRecord> records = facts.all(DnsRecord.class).facts();
    List<Zone> zones = new ArrayList<>();
    for (HostedZone zone : facts.all(HostedZone.class).facts()) {
      if (!zone.isPrivate().is(Boolean::booleanValue).isYes()) {
        List<DnsRecord> own =
            records.stream().filter(each -> !each.zone().is(zone.ref()::equals).isNo()).toList();
        zone.name()
            .asOptional()
            .ifPresent(
                name ->
                    zones.add(
                        new Zone(
                            new DomainName(name),
                            own,
                            facts.all(DnsRecord.class).gap(),
                            nameless(own))));
      }
    }
    return new Route53(zones, facts.all(HostedZone.class).gap().or(() -> homeless(facts, records)));
  }

  private static List<String> nameless(List<DnsRecord> records) {
    return records.stream()
        .filter(each -> !each.leadsToAddress().isNo())
        .flatMap(
            each ->
                each.name()
                    .<Stream<String>>fold(
                        name -> Stream.empty(),
                        why -> Stream.of("the name of " + each.ref() + ": " + why)))
        .limit(1)
        .toList();
  }

  private static Optional<String> homeless(Facts facts, List<DnsRecord> records) {
    List<Ref> known = facts.all(HostedZone.class).stream().map(HostedZone::ref).toList();
    return records.stream()
        .filter(each -> !each.zone().is(known::contains).isYes())
        .findFirst()
        .map(each -> "which hosted zone %s is in".formatted(each.ref()));
  }

  /** The zones. */
  public List<Zone> zones() {
    return zones;
  }

  /** The zone that answers for a name, the deepest that has it; empty when none does. */
  public Optional<Zone> zone(DomainName name) {
    return zones.stream()
        .filter(zone -> zone.contains(name))
        .max(Comparator.comparingInt(zone -> zone.top().text().length()));
  }

  /** The answer. */
  public Answer answer(Question question, Health health) {
    List<Link> links = new ArrayList<>();
    Health withOwn = within(health, question.type(), LONGEST_CHAIN);
    DomainName name = question.name();
    while (links.size() < LONGEST_CHAIN) {
      Optional<Zone> zone = zone(name);
      if (zone.isEmpty()) {
        return links.isEmpty()
            ? new Answer(
                Outcome.REFUSED,
                links,
                "no hosted zone has that name",
                unseenZones.stream().toList())
            : new Answer(Outcome.ANSWER, links, name + " is somebody else's", List.of());
      }
      Found found = zone.get().find(name, question.type());
      if (found.set().isEmpty()) {
        return new Answer(found.outcome(), links, found.why(), zone.get().unseen());
      }
      Choice choice = found.set().get().choose(question.from(), withOwn);
      DnsRecord record = choice.record();
      links.add(new Link(name, choice, ttl(record, question)));
      Optional<String> next = next(record, question.type());
      if (next.isEmpty()) {
        return new Answer(Outcome.ANSWER, links, "", List.of());
      }
      name = new DomainName(next.get());
    }
    return new Answer(
        Outcome.ANSWER, links, "", List.of("where the loop of names at " + name + " ends"));
  }

  /** Where a record sends on: a CNAME's name, or an alias to a name of a zone here. */
  private Optional<String> next(DnsRecord record, String type) {
    if (record.type().is("CNAME"::equals).isYes() && !type.equals("CNAME")) {
      return record.values().asOptional().flatMap(values -> values.stream().findFirst());
    }
    return record
        .alias()
        .asOptional()
        .flatMap(alias -> alias)
        .filter(alias -> zone(new DomainName(alias)).isPresent());
  }

  private Duration ttl(DnsRecord record, Question question) {
    return record
        .ttl()
        .asOptional()
        .flatMap(ttl -> ttl)
        .or(() -> next(record, question.type()).flatMap(own -> ttl(own, question)))
        .orElse(DnsTimeline.ALIAS_TTL);
  }

  /** An alias to a record of the zone has that record's TTL. */
  private Optional<Duration> ttl(String name, Question question) {
    return set(new DomainName(name), question.type())
        .flatMap(set -> set.records().get(0).ttl().asOptional())
        .flatMap(ttl -> ttl);
  }

  /** The records that may answer for a name, whatever the health and the place of who asks. */
  List<RecordSet> chain(DomainName name, String type) {
    Set<RecordSet> found = new LinkedHashSet<>();
    Deque<DomainName> todo = new ArrayDeque<>(List.of(name));
    while (!todo.isEmpty()) {
      Optional<RecordSet> set = set(todo.remove(), type);
      if (set.isPresent() && found.add(set.get())) {
        set.get().records().stream()
            .flatMap(record -> next(record, type).stream())
            .map(DomainName::new)
            .forEach(todo::add);
      }
    }
    return List.copyOf(found);
  }

  private Optional<RecordSet> set(DomainName name, String type) {
    return zone(name).flatMap(zone -> zone.find(name, type).set());
  }

  /**
   * Whether something is healthy, where an alias may lead to another record of the zone.
   *
   * @param depth how many such aliases may follow one another
   */
  private Health within(Health others, String type, int depth) {
    return new Health() {
      @Override
      public Truth target(String dnsName) {
        DomainName name = new DomainName(dnsName);
        if (zone(name).isEmpty()) {
          return others.target(dnsName);
        }
        return depth == 0
            ? Truth.open("where the loop of aliases at " + name + " ends")
            : set(name, type)
                .map(set -> set.isHealthy(within(others, type, depth - 1)))
                .orElse(Truth.NO);
      }

      @Override
      public Truth check(Ref healthCheck) {
        return others.check(healthCheck);
      }
    };
  }
}
