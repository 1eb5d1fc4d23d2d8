package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.dns.Destinations;
import dev.atoll.analysis.names.AppHosts;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.Routing;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Motif;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DNS-5. Judges the check of every latency record that has an address. */
public final class OwnHealthChecks implements Practice {

  private static final About ABOUT =
      About.practice(
              "DNS-5", "One HTTPS health check per region, on a name that only that region answers")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
          .from(
              bestPractices("DNS and Multi-Region Setup, Configuration"),
              DnsPractices.HEALTH_STATUS,
              DnsPractices.FAQS,
              page(
                  "Amazon Route 53, values for health checks",
                  "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html"),
              page(
                  "Amazon Route 53, health checks in complex configurations",
                  "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html"))
          .corrects(
              "A record has a health check of its own; the name that it asks is not said.",
              "Asked on the shared apex, each checker is answered by whichever region is nearest to"
                  + " it, so the result says nothing about one region. The load balancer's own name"
                  + " serves, since Route 53 does not validate certificates, or a name such as"
                  + " replica.us-west-2.coderdemo.io. A name one label below Coder's wildcard does"
                  + " not: Coder takes us-west-2.coderdemo.io under *.coderdemo.io for a workspace"
                  + " app and answers 400, /healthz included, so the check never passes. On alias"
                  + " records this check and evaluate_target_health must both pass.")
          .because(
              "With a check on the apex a dead region looks healthy, because another one answers"
                  + " for it, and it keeps its users. It may also take a healthy one out of"
                  + " rotation.")
          .fix(
              "Per region: HTTPS on 443, path /healthz, fqdn the load balancer's DNS name or"
                  + " replica.REGION.DOMAIN. Do not use the regional name: a proxy may own it one"
                  + " day, and Coder takes what stands one label below its wildcard for an app.")
          .wants(EvidenceKind.APPLIED);

  /** What Coder answers without a login. */
  private static final Set<String> OPEN_PATHS = Set.of("/healthz", "/api/v2/buildinfo");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Zones zones = new Zones(facts);
    Map<Ref, Region> users = new HashMap<>();
    for (DnsRecord record : facts.all(DnsRecord.class).facts()) {
      Optional<Region> region = Zones.region(record);
      if (region.isPresent() && record.leadsToAddress().isYes()) {
        inspection.look("latency record");
        record
            .healthCheck()
            .fold(
                check -> judge(inspection, zones, facts, record, region.get(), check, users),
                inspection::undecided);
      }
    }
    return inspection.judgement("no name is answered by latency");
  }

  private static Inspection judge(
      Inspection inspection,
      Zones zones,
      Facts facts,
      DnsRecord record,
      Region region,
      Optional<Ref> check,
      Map<Ref, Region> users) {
    if (check.isEmpty()) {
      return inspection.violation(
          "%s in %s has no health check".formatted(record.name().show(), region), record.source());
    }
    Region other = users.putIfAbsent(check.get(), region);
    if (other != null && !other.equals(region)) {
      inspection.violation(
          "the health check %s decides over %s and %s".formatted(check.get(), other, region),
          record.source());
    } else if (other != null) {
      // Judged already, with the Region's other name.
      return inspection;
    }
    Optional<HealthCheck> found = facts.find(HealthCheck.class, check.get());
    if (found.isEmpty()) {
      Truth there = facts.all(HealthCheck.class).gap().map(Truth::open).orElse(Truth.NO);
      return inspection.require(
          there,
          "%s in %s has the health check %s, which does not exist"
              .formatted(record.name().show(), region, check.get()),
          record.source());
    }
    return judge(inspection, zones, facts, found.get(), region);
  }

  private static Inspection judge(
      Inspection inspection, Zones zones, Facts facts, HealthCheck check, Region region) {
    inspection
        .look("health check")
        .require(
            check.type().is("HTTPS"::equals),
            "the health check of %s asks by %s".formatted(region, check.type().show()),
            check.source())
        .require(
            check.port().is(port -> port == 443),
            "the health check of %s asks port %s".formatted(region, check.port().show()),
            check.source())
        .require(
            check.path().is(OPEN_PATHS::contains),
            "the health check of %s asks %s".formatted(region, check.path().show()),
            check.source());
    return check
        .name()
        .fold(
            name ->
                name.map(asked -> judgeName(inspection, zones, facts, check, region, asked))
                    .orElseGet(
                        () ->
                            inspection.violation(
                                "the health check of %s asks an address, not a name"
                                    .formatted(region),
                                check.source())),
            inspection::undecided);
  }

  private static Inspection judgeName(
      Inspection inspection,
      Zones zones,
      Facts facts,
      HealthCheck check,
      Region region,
      String asked) {
    AppHosts.of(facts)
        .taking(new DomainName(asked))
        .ifPresent(
            wildcard ->
                inspection.violation(
                    "the health check of %s asks %s, which Coder takes for an app under %s and answers with 400"
                        .formatted(region, asked, wildcard),
                    check.source()));
    Value<Destinations.Destination> own = Destinations.of(facts).named(asked);
    if (own.asOptional().isPresent()) {
      // The name of a load balancer; whether it is the right one DNS-12 judges.
      return inspection;
    }
    List<DnsRecord> answering = zones.answering(asked);
    if (answering.isEmpty()) {
      return inspection.require(
          zones.gap().map(Truth::open).orElse(Truth.NO),
          "the health check of %s asks %s, which nothing answers".formatted(region, asked),
          check.source());
    }
    boolean shared =
        answering.size() > 1
            || answering.get(0).routing().is(Routing.Simple.class::isInstance).isNo();
    if (shared) {
      inspection.violation(
          Finding.of(
                  ABOUT,
                  "the health check of %s asks %s, which other Regions answer as well"
                      .formatted(region, asked),
                  check.source(),
                  answering.get(0).source())
              .tells(Motif.HEALTH_OF_OTHERS));
    }
    return inspection;
  }
}
