package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.DnsProof;
import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.NameClass;
import dev.atoll.analysis.dns.Nearness;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.Tiers;
import dev.atoll.analysis.dns.Zone;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.practice.About;
import dev.atoll.practice.Asked;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.traffic.Internet;
import java.util.Optional;
import java.util.Set;

/**
 * DNS-7. Asked from everywhere while all is well. Where two Regions are about as far by distance,
 * either may answer: Route 53 goes by latencies that it measured.
 */
public final class NearestRegionAnswers implements Asked {

  private static final About ABOUT =
      About.practice("DNS-7", "A client is answered with the region that is nearest to it")
          .subject(Subject.CODER)
          .from(
              bestPractices("DNS and Multi-Region Setup, Benefits 2"), DnsPractices.LATENCY_ROUTING)
          .because(
              "If a record is labelled with the wrong region, users in the west type through Ohio."
                  + " Nothing is broken, so nothing alerts, and the second region costs money for"
                  + " nobody.")
          .fix(
              "Take the record's latency region from the region of the load balancer it leads to."
                  + " Route 53 measures from the resolver (or its client subnet), so ask from there"
                  + " when in doubt.")
          .wants(EvidenceKind.TRAFFIC);

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
    Route53 route53 = Route53.of(facts);
    Tiers tiers = Tiers.of(facts, route53);
    DnsProof.served(facts)
        .forEach(
            (names, regions) -> {
              if (regions.size() > 1) {
                judge(inspection, route53, tiers, names, regions);
              }
            });
    return AddressRecords.judgement(inspection, facts, "no name is served by several Regions");
  }

  @Override
  public Judgement ask(Internet internet, Facts facts) {
    return NearestAsked.ask(ABOUT, internet, facts);
  }

  private static void judge(
      Inspection inspection, Route53 route53, Tiers tiers, NameClass names, Set<Region> regions) {
    inspection.look("shared name");
    Truth seen = route53.zone(names.sample()).flatMap(Zone::gap).map(Truth::open).orElse(Truth.NO);
    for (Region from : Region.all()) {
      Answer answer = route53.answer(new Question(names.sample(), "A", from), Health.ALL_WELL);
      answer.open().forEach(inspection::undecided);
      Optional<DnsRecord> record = answer.record();
      if (record.isPresent() && answer.open().isEmpty()) {
        tiers
            .region(record.get())
            .fold(
                answering -> judge(inspection, seen, names, regions, from, record.get(), answering),
                inspection::undecided);
      }
    }
  }

  private static Inspection judge(
      Inspection inspection,
      Truth seen,
      NameClass names,
      Set<Region> regions,
      Region from,
      DnsRecord record,
      Region answering) {
    Nearness nearness = new Nearness(from);
    regions.stream()
        .min(nearness.order())
        .filter(nearest -> !nearest.equals(answering) && !nearness.isClose(nearest, answering))
        .ifPresent(
            nearest ->
                inspection.require(
                    seen,
                    "%s asked from %s leads to %s by %s; %s serves it and is nearer"
                        .formatted(names.pattern(), from, answering, record.ref(), nearest),
                    record.source()));
    return inspection;
  }
}
