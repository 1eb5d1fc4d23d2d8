package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.analysis.dns.Destinations;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.model.ServedName.Purpose;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** DNS-3. Of a stranger's zone, the names that are called as a Region. */
public final class RegionalNames implements Practice {

  private static final About ABOUT =
      About.practice("DNS-3", "Each regional name is a simple alias to that region's load balancer")
          .subject(Subject.CODER)
          .from(
              bestPractices("DNS and Multi-Region Setup, 2. Region-Specific Subdomains"),
              DnsPractices.ALIAS_RECORDS)
          .because(
              "The name promises a region. With a latency policy on it, or an alias to the apex, an"
                  + " instructor in the east who asks for us-west-2 gets us-east-2 and finds out in"
                  + " front of the customer.")
          .fix(
              "Give us-east-2. and us-west-2. one alias A record each, without a routing policy, to"
                  + " the load balancer of that region.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    if (!AddressRecords.areThere(facts)) {
      return inspection.judgement(AddressRecords.NONE);
    }
    Zones zones = new Zones(facts);
    Destinations destinations = Destinations.of(facts);
    Map<String, Set<Region>> wanted =
        zones.areIntended()
            ? zones.wanted(Purpose.REGIONAL, Purpose.REGIONAL_WILDCARD, Purpose.REPLICA)
            : calledAsRegions(facts);
    wanted.forEach(
        (name, regions) ->
            regions.forEach(region -> judge(inspection, zones, destinations, name, region)));
    return AddressRecords.judgement(inspection, facts, "no Region has a name of its own");
  }

  private static void judge(
      Inspection inspection, Zones zones, Destinations destinations, String name, Region region) {
    List<DnsRecord> records = zones.named(name);
    if (records.isEmpty()) {
      inspection
          .look("regional name")
          .require(
              zones.gap().map(Truth::open).orElse(Truth.NO),
              "%s has no record that leads to %s".formatted(name, region));
    }
    for (DnsRecord record : records) {
      inspection
          .look("regional name")
          .require(
              record.routing().is(Routing.Simple.class::isInstance),
              "%s promises %s and is answered by %s routing"
                  .formatted(name, region, record.routing().show()),
              record.source())
          .require(
              record.alias().is(Optional::isPresent),
              "%s is no alias: it does not follow its load balancer".formatted(name),
              record.source());
      if (record.alias().is(Optional::isEmpty).isNo()) {
        destinations
            .of(record)
            .fold(
                lead ->
                    inspection.require(
                        lead.region().is(region::equals),
                        "%s promises %s and leads to %s".formatted(name, region, lead),
                        record.source()),
                inspection::undecided);
      }
    }
  }

  private static Map<String, Set<Region>> calledAsRegions(Facts facts) {
    Set<Region> known = Set.copyOf(Region.all());
    Map<String, Set<Region>> found = new TreeMap<>();
    for (HostedZone zone : facts.all(HostedZone.class).facts()) {
      for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
        DomainName name = new DomainName(record.name().asOptional().orElse(""));
        boolean top = zone.name().is(name.parent().text()::equals).isYes();
        String label = name.text().split("\\.", 2)[0];
        known.stream()
            .filter(region -> top && region.name().equals(label))
            .forEach(region -> found.put(name.text(), Set.of(region)));
      }
    }
    return found;
  }
}
