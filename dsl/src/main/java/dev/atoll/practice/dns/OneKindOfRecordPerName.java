package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** DNS-8. Over any name, not the wildcard alone: the rule is the same for all. */
public final class OneKindOfRecordPerName implements Practice {

  private static final About ABOUT =
      About.practice("DNS-8", "The wildcard is a CNAME or latency A records, never both")
          .harm(Harm.STOPS_USERS)
          .from(
              progress("Next Steps, 4. Configure Route53"),
              bestPractices("DNS and Multi-Region Setup, 1. Latency-Based Routing"),
              page(
                  "RFC 1034, section 3.6.2",
                  "https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2"),
              DnsPractices.ALIAS_RECORDS)
          .corrects(
              "CNAME for *.coderdemo.io → coderdemo.io (progress), latency A records for"
                  + " *.coderdemo.io (best practices).",
              "A name with a CNAME can have no other record, so the two exclude each other. Latency"
                  + " alias A records are the default: they carry health checks of their own, and"
                  + " queries to aliases of load balancers are free.")
          .because(
              "Route 53 refuses the second one (InvalidChangeBatch), and the apply stops there with"
                  + " the apex changed and the wildcard not.")
          .fix("Choose one in the topology. The other is refused with this reason.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Map<String, List<DnsRecord>> byName = new TreeMap<>();
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      // A name that only ACM knows is ACM's own: nobody else makes a record there.
      record
          .name()
          .asOptional()
          .ifPresent(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(record));
    }
    byName.forEach((name, records) -> judge(inspection, name, records));
    return inspection.judgement("there is no record whose name is known");
  }

  private static void judge(Inspection inspection, String name, List<DnsRecord> records) {
    inspection.look("name");
    List<DnsRecord> cnames =
        records.stream().filter(record -> record.type().is("CNAME"::equals).isYes()).toList();
    List<DnsRecord> others =
        records.stream().filter(record -> record.type().is("CNAME"::equals).isNo()).toList();
    if (!cnames.isEmpty() && !others.isEmpty()) {
      inspection.violation(
          "%s is a CNAME (%s) and has %s too (%s)"
              .formatted(name, cnames.get(0).ref(), shown(others.get(0)), others.get(0).ref()),
          sources(cnames, others));
    }
    Map<String, List<DnsRecord>> alike = new TreeMap<>();
    for (DnsRecord record : records) {
      record
          .type()
          .asOptional()
          .ifPresent(type -> alike.computeIfAbsent(type, key -> new ArrayList<>()).add(record));
    }
    alike.forEach((type, same) -> oneRouting(inspection, name, type, same));
  }

  /** Route 53 takes one simple record per name and type, or several of one policy. */
  private static void oneRouting(
      Inspection inspection, String name, String type, List<DnsRecord> records) {
    List<DnsRecord> simple =
        records.stream()
            .filter(record -> record.routing().is(Routing.Simple.class::isInstance).isYes())
            .toList();
    if (!simple.isEmpty() && records.size() > 1) {
      inspection.violation(
          "%s has %d %s records, one of which is simple (%s)"
              .formatted(name, records.size(), type, simple.get(0).ref()),
          sources(records, List.of()));
      return;
    }
    Map<Routing, List<DnsRecord>> byRegion = new LinkedHashMap<>();
    for (DnsRecord record : records) {
      Optional<Routing> latency =
          record.routing().asOptional().filter(Routing.Latency.class::isInstance);
      latency.ifPresent(
          routing -> byRegion.computeIfAbsent(routing, key -> new ArrayList<>()).add(record));
    }
    byRegion.forEach(
        (routing, same) -> {
          if (same.size() > 1) {
            inspection.violation(
                "%s has %d %s records for %s".formatted(name, same.size(), type, routing),
                sources(same, List.of()));
          }
        });
  }

  private static String shown(DnsRecord record) {
    return "%s records by %s routing"
        .formatted(
            record.type().show(),
            record.routing().is(Routing.Latency.class::isInstance).isYes()
                ? "latency"
                : record.routing().show());
  }

  private static Source[] sources(List<DnsRecord> some, List<DnsRecord> more) {
    return Stream.concat(some.stream(), more.stream())
        .map(DnsRecord::source)
        .distinct()
        .toArray(Source[]::new);
  }
}
