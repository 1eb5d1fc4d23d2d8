package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.model.ServedName.Purpose;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.practice.Subject;
import java.util.List;

/** The rows about Route 53: records, health checks, failover and the names they serve. */
public final class DnsPractices {

  static final Citation LATENCY_ROUTING =
      page(
          "Amazon Route 53, latency-based routing",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html");
  static final Citation ALIAS_RECORDS =
      page(
          "Amazon Route 53, alias and non-alias records",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html");
  static final Citation CHOOSING_RECORDS =
      page(
          "Amazon Route 53, choosing records with health checks",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html");
  static final Citation HEALTH_STATUS =
      page(
          "Amazon Route 53, how a health check becomes unhealthy",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html");

  static final Citation FAQS = page("Amazon Route 53 FAQs", "https://aws.amazon.com/route53/faqs/");

  private DnsPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new LatencyRecords(apexByLatency(), Purpose.APEX),
        new LatencyRecords(wildcardByLatency(), Purpose.WILDCARD),
        new RegionalNames(),
        new RegionalWildcards(),
        new OwnHealthChecks(),
        new UsersLeaveDeadRegions(),
        new NearestRegionAnswers(),
        new OneKindOfRecordPerName(),
        new Promise(timeOfChange()),
        new NamesAreCovered(),
        new RecordsLeadToServers(),
        new FailuresAreTold(),
        new OwnRecordWins());
  }

  static About apexByLatency() {
    return About.practice(
            "DNS-1", "The apex has one latency alias A record per region, with target health")
        .subject(Subject.CODER)
        .from(
            bestPractices("DNS and Multi-Region Setup, 1. Latency-Based Routing"),
            LATENCY_ROUTING,
            ALIAS_RECORDS)
        .because(
            "A region without its record gets no users. Without evaluate_target_health a region"
                + " whose targets are all dead keeps its users. Without a set identifier Route 53"
                + " refuses the record; two for one region, likewise.")
        .fix(
            "One aws_route53_record per region: type A, alias to its load balancer,"
                + " evaluate_target_health true, latency_routing_policy and set_identifier the"
                + " region.")
        .wants(EvidenceKind.APPLIED);
  }

  static About wildcardByLatency() {
    return About.practice(
            "DNS-2", "The wildcard has one latency alias A record per region, with target health")
        .subject(Subject.CODER)
        .from(
            bestPractices("DNS and Multi-Region Setup, 1. Latency-Based Routing"),
            LATENCY_ROUTING,
            ALIAS_RECORDS)
        .because(
            "Workspace apps live under the wildcard. If its records lag behind the apex, the"
                + " dashboard fails over and every open app stays on the dead region.")
        .fix(
            "Make the wildcard's records from the same list of regions, with the same policy and"
                + " health checks as the apex.")
        .wants(EvidenceKind.APPLIED);
  }

  static About timeOfChange() {
    return About.promise(
            "DNS-9", "The time that a DNS change or a failover takes is computed and shown")
        .from(progress("Important Notes 4"), HEALTH_STATUS, FAQS)
        .because(
            "\"5 to 60 minutes\" helps nobody in an incident. Interval × threshold + TTL does: 30 s"
                + " × 3 + 60 s says that after two and a half minutes something else is wrong.")
        .fix(
            "Add the health check's interval times its threshold to the TTL; 60 s for an alias to a"
                + " load balancer. Say that resolvers and browsers may keep an answer longer.")
        .wants(EvidenceKind.MODEL);
  }
}
