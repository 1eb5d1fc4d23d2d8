package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import java.util.List;

/** The rows about the Coder servers: their settings, replicas, licence and versions. */
public final class CoderPractices {

  private static final Citation SERVER_OPTIONS =
      page("Coder, server options", "https://coder.com/docs/reference/cli/server");
  private static final Citation HIGH_AVAILABILITY =
      page("Coder, High Availability", "https://coder.com/docs/admin/networking/high-availability");

  private CoderPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Setting(noRedirectToAccessUrl(), "CODER_REDIRECT_TO_ACCESS_URL", false, false),
        new Setting(noTlsInCoder(), "CODER_TLS_ENABLE", false, false),
        new Setting(secureCookie(), "CODER_SECURE_AUTH_COOKIE", true, false),
        new RelayPerReplica(),
        new Awaited(relayAnswers()),
        new ReplicasShareADatabase(),
        new Awaited(replicaFailover()),
        new HighAvailabilityLicence(),
        new PinnedVersions(),
        new LoginByRegionalName());
  }

  static About noRedirectToAccessUrl() {
    return About.practice("CDR-1", "CODER_REDIRECT_TO_ACCESS_URL is false: no redirect loop")
        .from(
            progress("Completed Today, 3. DERP Server Configuration"),
            bestPractices("TLS Termination at NLB"),
            SERVER_OPTIONS)
        .because(
            "Behind a load balancer that ends TLS, Coder sees plain HTTP and redirects to the https"
                + " access URL, which the user already asked for: the browser gives up with too"
                + " many redirects, and nobody can log in.")
        .fix("Set CODER_REDIRECT_TO_ACCESS_URL to \"false\" in every region.")
        .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);
  }

  static About noTlsInCoder() {
    return About.practice("CDR-2", "CODER_TLS_ENABLE is false: the load balancer ends TLS")
        .from(
            progress("Completed Today, 3. DERP Server Configuration"),
            bestPractices("TLS Termination at NLB"),
            SERVER_OPTIONS)
        .because(
            "With TLS on, Coder wants certificate files that are not there and does not start; or"
                + " the load balancer speaks plain HTTP to a TLS port and every target is"
                + " unhealthy.")
        .fix("Set CODER_TLS_ENABLE to \"false\" and leave coder.tls.secretNames empty.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About secureCookie() {
    return About.practice("CDR-3", "CODER_SECURE_AUTH_COOKIE is true")
        .from(
            progress("Completed Today, 3. DERP Server Configuration"),
            bestPractices("TLS Termination at NLB"),
            SERVER_OPTIONS)
        .because(
            "Without the Secure attribute the browser sends the session cookie over plain HTTP too:"
                + " one http:// link on a shared network hands over the session, and with it the"
                + " user's workspaces.")
        .fix("Set CODER_SECURE_AUTH_COOKIE to \"true\" in every region.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About relayAnswers() {
    return About.practice(
            "CDR-5",
            "/derp/latency-check answers 200 with an empty body, from the other region too")
        .from(
            progress("Completed Today, 3. DERP Server Configuration"),
            page(
                "Coder 2.27.1, routes",
                "https://github.com/coder/coder/blob/v2.27.1/coderd/coderd.go"))
        .corrects(
            "The endpoint times out when DERP is off.",
            "With DERP off the route does not exist and the path falls through to the dashboard:"
                + " 200 with HTML. A time-out means that no packet arrives, which is the network's"
                + " fault. Only 200 with an empty body proves the relay.")
        .because(
            "A check of the status alone stays green while the relay is off. Users behind strict"
                + " firewalls then cannot open a terminal, and nothing alerts.")
        .fix(
            "Turn DERP on where HTML is answered. Where it times out, look at peering, routes and"
                + " security groups (NET-2 to NET-5).")
        .wants(EvidenceKind.TRAFFIC);
  }

  static About replicaFailover() {
    return About.practice("CDR-7", "When a replica dies, its users reach another one")
        .from(progress("Coder Replicas vs Workspace Proxies"), HIGH_AVAILABILITY)
        .because(
            "If the load balancer or DNS keeps sending users to a dead replica, part of them see"
                + " errors until somebody wakes up, although healthy replicas are there.")
        .fix(
            "Check /healthz over HTTP in the target group (LB-4), health-check each region by a"
                + " name of its own (DNS-5), and run at least two replicas.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
