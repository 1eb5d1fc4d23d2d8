package dev.atoll.analysis.dns;

import dev.atoll.analysis.dns.Choice.Passed;
import dev.atoll.aws.Region;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of one name and type. Route 53 takes the nearest one that is healthy; when none is,
 * the nearest one.
 */
public final class RecordSet {

  private final List<DnsRecord> records;
  private final Optional<String> undecidable;
  private final boolean byLatency;
  // Putting the same records in the same order again and again is what a proof spends its time on.
  private final Map<Region, List<DnsRecord>> inOrder = new ConcurrentHashMap<>();

  /** A set of at least one record. */
  RecordSet(List<DnsRecord> records) {
    this.records = List.copyOf(records);
    this.byLatency = this.records.stream().allMatch(each -> region(each).isPresent());
    this.undecidable = undecidable(this.records, byLatency);
  }

  private static Optional<String> undecidable(List<DnsRecord> records, boolean byLatency) {
    DnsRecord first = records.get(0);
    if (byLatency || (records.size() == 1 && isSimple(first))) {
      return Optional.empty();
    }
    if (records.stream().allMatch(RecordSet::isSimple)) {
      return Optional.of(
          "which of the %d simple records of %s Route 53 takes"
              .formatted(records.size(), first.name().show()));
    }
    return records.stream()
        .filter(each -> region(each).isEmpty())
        .findFirst()
        .map(
            each ->
                "what %s routing of %s answers"
                    .formatted(each.routing().show(), each.name().show()));
  }

  private static boolean isSimple(DnsRecord record) {
    return record.routing().is(Routing.Simple.class::isInstance).isYes();
  }

  /** The records. */
  public List<DnsRecord> records() {
    return records;
  }

  /** Whether the answer depends on who asks. */
  public boolean isByLatency() {
    return byLatency;
  }

  /**
   * The record that answers.
   *
   * @param from who asks
   * @param health what Route 53 knows; a record's target is asked only if the record says so
   */
  Choice choose(Region from, Health health) {
    Nearness nearness = new Nearness(from);
    if (!byLatency || undecidable.isPresent()) {
      List<String> open = undecidable.stream().toList();
      return new Choice(nearness, records.get(0), List.of(), List.of(), false, open);
    }
    List<DnsRecord> nearestFirst = inOrder.computeIfAbsent(from, this::nearestFirst);
    List<Passed> passed = new ArrayList<>();
    for (int i = 0; i < nearestFirst.size(); i++) {
      DnsRecord record = nearestFirst.get(i);
      Truth target = target(record, health);
      Truth check = check(record, health);
      Truth healthy = target.and(check);
      if (!healthy.isNo()) {
        List<String> open = new ArrayList<>(healthy.open());
        farFrom(nearness).ifPresent(open::add);
        return new Choice(nearness, record, passed, after(nearestFirst, i), false, open);
      }
      passed.add(new Passed(record, target, check));
    }
    return new Choice(
        nearness,
        nearestFirst.get(0),
        List.of(),
        after(nearestFirst, 0),
        true,
        farFrom(nearness).stream().toList());
  }

  /** Whether Route 53 takes one of the records to be healthy. */
  Truth isHealthy(Health health) {
    return Truth.any(records.stream(), each -> target(each, health).and(check(each, health)));
  }

  private Optional<String> farFrom(Nearness nearness) {
    return records.size() == 1
        ? Optional.empty()
        : nearness.unknown(records.stream().flatMap(each -> region(each).stream()).toList());
  }

  private static List<DnsRecord> after(List<DnsRecord> all, int index) {
    return all.subList(index + 1, Math.min(index + 2, all.size()));
  }

  private List<DnsRecord> nearestFirst(Region from) {
    Comparator<Region> order = new Nearness(from).order();
    return records.stream()
        .sorted(Comparator.comparing(each -> region(each).orElseThrow(), order))
        .toList();
  }

  private static Truth target(DnsRecord record, Health health) {
    Truth asked = record.evaluatesTargetHealth().is(Boolean::booleanValue);
    return asked.isNo()
        ? Truth.YES
        : asked
            .not()
            .or(
                record
                    .alias()
                    .fold(alias -> alias.map(health::target).orElse(Truth.YES), Truth::open));
  }

  private static Truth check(DnsRecord record, Health health) {
    return record
        .healthCheck()
        .fold(check -> check.map(health::check).orElse(Truth.YES), Truth::open);
  }

  /** The Region of a latency record. */
  static Optional<Region> region(DnsRecord record) {
    return record
        .routing()
        .asOptional()
        .filter(Routing.Latency.class::isInstance)
        .map(routing -> ((Routing.Latency) routing).region());
  }
}
