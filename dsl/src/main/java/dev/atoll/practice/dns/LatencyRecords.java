package dev.atoll.practice.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.model.ServedName.Purpose;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DNS-1 and DNS-2: the same for the apex and for the wildcard.
 *
 * @param about which of the two
 * @param purpose the apex or the wildcard
 */
record LatencyRecords(About about, Purpose purpose) implements Practice {

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(about);
    Zones zones = new Zones(facts);
    Map<String, Set<Region>> wanted =
        zones.areIntended() ? zones.wanted(purpose) : zones.byLatency(purpose == Purpose.WILDCARD);
    if (!AddressRecords.areThere(facts)) {
      return inspection.judgement(AddressRecords.NONE);
    }
    wanted.forEach((name, regions) -> judge(inspection, zones, name, regions));
    return AddressRecords.judgement(inspection, facts, "no name is answered by latency");
  }

  private static void judge(Inspection inspection, Zones zones, String name, Set<Region> regions) {
    List<DnsRecord> records = zones.named(name);
    if (records.stream().anyMatch(record -> record.type().is("CNAME"::equals).isYes())) {
      // It follows the name that it stands for; that it stands alone, DNS-8 sees to.
      inspection.look("CNAME");
      return;
    }
    for (Region region : regions) {
      List<DnsRecord> own =
          records.stream()
              .filter(record -> Zones.region(record).filter(region::equals).isPresent())
              .toList();
      if (own.isEmpty()) {
        Truth seen = zones.gap().map(Truth::open).orElse(Truth.NO);
        inspection.require(seen, "%s has no latency record for %s".formatted(name, region));
      }
      if (own.size() > 1) {
        inspection.violation(
            "%s has %d latency records for %s".formatted(name, own.size(), region),
            own.get(1).source());
      }
    }
    records.forEach(record -> judge(inspection, zones, name, regions, record));
  }

  private static void judge(
      Inspection inspection, Zones zones, String name, Set<Region> regions, DnsRecord record) {
    inspection.look("record");
    Optional<Region> region = Zones.region(record);
    String which = name + region.map(each -> " in " + each).orElse("");
    inspection
        .require(
            record.routing().is(routing -> region.isPresent()),
            "%s is answered by %s routing, not by latency"
                .formatted(which, record.routing().show()),
            record.source())
        .require(
            record.alias().is(Optional::isPresent),
            "%s is no alias: it does not follow its load balancer".formatted(which),
            record.source())
        .require(
            record.evaluatesTargetHealth().is(Boolean::booleanValue),
            "%s does not evaluate the health of its target".formatted(which),
            record.source())
        .require(
            record.setIdentifier().is(Optional::isPresent),
            "%s has no set identifier".formatted(which),
            record.source());
    if (region.isEmpty()) {
      return;
    }
    if (zones.areIntended()) {
      inspection.require(
          record.setIdentifier().is(id -> id.isEmpty() || id.get().equals(region.get().name())),
          "the set identifier of %s is %s".formatted(which, record.setIdentifier().show()),
          record.source());
    }
    if (!regions.contains(region.get())) {
      inspection.violation(
          "%s leads to a Region that is none of this deployment's".formatted(which),
          record.source());
    }
  }
}
