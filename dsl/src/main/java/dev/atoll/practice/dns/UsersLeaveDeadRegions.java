package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.analysis.dns.CounterExample;
import dev.atoll.analysis.dns.CounterExample.Claim;
import dev.atoll.analysis.dns.DnsProof;
import dev.atoll.analysis.dns.Unsaved;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;
import java.util.Set;

/**
 * DNS-6. Over records and health checks it is proven what Route 53 answers while Regions are down,
 * for the names that several Regions serve; beside a PASS stands what that does not save. That they
 * are answered at all, DNS-11 judges.
 */
public final class UsersLeaveDeadRegions implements Tried {

  private static final About ABOUT =
      About.practice(
              "DNS-6", "An unhealthy region leaves the rotation, and its users reach a healthy one")
          .subject(Subject.CODER)
          .from(
              bestPractices("DNS and Multi-Region Setup, Benefits 1"),
              DnsPractices.CHOOSING_RECORDS)
          .corrects(
              "Unhealthy regions are removed, and users are transparently routed to a healthy one.",
              "That holds for a region's Coder servers. When all regions are unhealthy, Route 53"
                  + " answers as if all were healthy. When the database's region is lost no Coder"
                  + " works anywhere (AUR-7), and /healthz still says OK, because it does not ask"
                  + " the database. Open connections break in any case.")
          .because(
              "If the team believes in more failover than there is, the runbook for the loss of the"
                  + " database's region is missing on the day it is needed, and the checks are"
                  + " green all the while.")
          .fix(
              "Give each latency record evaluate_target_health and its own region's health check."
                  + " Try both: stop one region's servers, and cut the database. Alert on the"
                  + " database itself, not on /healthz alone.")
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
    DnsProof proof = DnsProof.of(facts, regions -> regions.size() > 1, Set.of(Claim.HEALTHY));
    proof.served().forEach(names -> inspection.look("shared name"));
    for (CounterExample counter : proof.counterExamples()) {
      inspection.violation(
          counter.toString(),
          counter.answer().record().map(DnsRecord::source).stream().toArray(Source[]::new));
    }
    proof.open().forEach(inspection::undecided);
    inspection.evidence(proof.toString());
    new Unsaved(facts).withAny().forEach(lost -> inspection.evidence("not saved: " + lost));
    return AddressRecords.judgement(inspection, facts, "no name is served by several Regions");
  }

  @Override
  public Judgement attempt(Twin twin) {
    return FailoverTrial.attempt(ABOUT, twin);
  }
}
