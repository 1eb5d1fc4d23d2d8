package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import java.util.List;

/** The rows about Route 53: records, health checks, failover and the names they serve. */
public final class DnsPractices {

  private static final Citation LATENCY_ROUTING =
      page(
          "Amazon Route 53, latency-based routing",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html");
  static final Citation ALIAS_RECORDS =
      page(
          "Amazon Route 53, alias and non-alias records",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html");
  private static final Citation CHOOSING_RECORDS =
      page(
          "Amazon Route 53, choosing records with health checks",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html");
  private static final Citation HEALTH_STATUS =
      page(
          "Amazon Route 53, how a health check becomes unhealthy",
          "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html");

  private static final Citation FAQS =
      page("Amazon Route 53 FAQs", "https://aws.amazon.com/route53/faqs/");

  private DnsPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Awaited(apexByLatency()),
        new Awaited(wildcardByLatency()),
        new Awaited(regionalNames()),
        new RegionalWildcards(),
        new Awaited(healthCheckPerRegion()),
        new Awaited(failover()),
        new Awaited(nearestRegion()),
        new OneKindOfRecordPerName(),
        new Promise(timeOfChange()),
        new NamesAreCovered(),
        new Awaited(recordsLeadToServers()),
        new Awaited(NamePractices.ownRecordWins()));
  }

  static About apexByLatency() {
    return About.practice(
            "DNS-1", "The apex has one latency alias A record per region, with target health")
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

  static About regionalNames() {
    return About.practice(
            "DNS-3", "Each regional name is a simple alias to that region's load balancer")
        .from(
            bestPractices("DNS and Multi-Region Setup, 2. Region-Specific Subdomains"),
            ALIAS_RECORDS)
        .because(
            "The name promises a region. With a latency policy on it, or an alias to the apex, an"
                + " instructor in the east who asks for us-west-2 gets us-east-2 and finds out in"
                + " front of the customer.")
        .fix(
            "Give us-east-2. and us-west-2. one alias A record each, without a routing policy, to"
                + " the load balancer of that region.")
        .wants(EvidenceKind.APPLIED);
  }

  static About healthCheckPerRegion() {
    return About.practice(
            "DNS-5", "One HTTPS health check per region, on a name that only that region answers")
        .from(
            bestPractices("DNS and Multi-Region Setup, Configuration"),
            HEALTH_STATUS,
            FAQS,
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
                + " replica-us-west-2.coderdemo.io. On alias records this check and"
                + " evaluate_target_health must both pass.")
        .because(
            "With a check on the apex a dead region looks healthy, because another one answers for"
                + " it, and it keeps its users. It may also take a healthy one out of rotation.")
        .fix(
            "Per region: HTTPS on 443, path /healthz, fqdn the load balancer's DNS name. Do not use"
                + " the regional name: a proxy may own it one day.")
        .wants(EvidenceKind.APPLIED);
  }

  static About failover() {
    return About.practice(
            "DNS-6", "An unhealthy region leaves the rotation, and its users reach a healthy one")
        .from(bestPractices("DNS and Multi-Region Setup, Benefits 1"), CHOOSING_RECORDS)
        .corrects(
            "Unhealthy regions are removed, and users are transparently routed to a healthy one.",
            "That holds for a region's Coder servers. When all regions are unhealthy, Route 53"
                + " answers as if all were healthy. When the database's region is lost no Coder"
                + " works anywhere (AUR-7), and /healthz still says OK, because it does not ask the"
                + " database. Open connections break in any case.")
        .because(
            "If the team believes in more failover than there is, the runbook for the loss of the"
                + " database's region is missing on the day it is needed, and the checks are green"
                + " all the while.")
        .fix(
            "Try both: stop one region's servers, and cut the database. Alert on the database"
                + " itself, not on /healthz alone.")
        .wants(EvidenceKind.TRAFFIC);
  }

  static About nearestRegion() {
    return About.practice("DNS-7", "A client is answered with the region that is nearest to it")
        .from(bestPractices("DNS and Multi-Region Setup, Benefits 2"), LATENCY_ROUTING)
        .because(
            "If a record is labelled with the wrong region, users in the west type through Ohio."
                + " Nothing is broken, so nothing alerts, and the second region costs money for"
                + " nobody.")
        .fix(
            "Take the record's latency region from the region of the load balancer it leads to."
                + " Route 53 measures from the resolver (or its client subnet), so ask from there"
                + " when in doubt.")
        .wants(EvidenceKind.TRAFFIC);
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

  static About recordsLeadToServers() {
    return About.practice(
            "DNS-12",
            "Latency records lead to Coder servers, and each health check to the same NLB")
        .from(
            CHOOSING_RECORDS,
            page(
                "Coder, Workspace Proxies",
                "https://coder.com/docs/admin/networking/workspace-proxies"))
        .because(
            "A workspace proxy serves no dashboard and no API: an apex record that leads to it"
                + " breaks the login for everybody near that region. A check that looks at another"
                + " load balancer keeps the record up when its own is down.")
        .fix(
            "Take the record's alias and the check's name from the same load balancer, the one of"
                + " the region's Coder server.")
        .wants(EvidenceKind.APPLIED);
  }
}
