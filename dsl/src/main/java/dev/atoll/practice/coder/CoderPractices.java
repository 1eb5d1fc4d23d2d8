package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;

/** The rows about the Coder servers: their settings, replicas, licence and versions. */
public final class CoderPractices {

  private static final Citation SERVER_OPTIONS =
      page("Coder, server options", "https://coder.com/docs/reference/cli/server");

  private CoderPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new NoRedirectLoop(),
        new Setting(noTlsInCoder(), "CODER_TLS_ENABLE", false, false),
        new Setting(secureCookie(), "CODER_SECURE_AUTH_COOKIE", true, false),
        new RelayPerReplica(),
        new RelayAnswers(),
        new ReplicasShareADatabase(),
        new ReplicaFailover(),
        new HighAvailabilityLicence(),
        new PinnedVersions(),
        new LoginByRegionalName());
  }

  static About noRedirectToAccessUrl() {
    return About.practice("CDR-1", "CODER_REDIRECT_TO_ACCESS_URL is false: no redirect loop")
        .subject(Subject.CODER)
        .harm(Harm.STOPS_USERS)
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
        .subject(Subject.CODER)
        .harm(Harm.STOPS_USERS)
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
        .subject(Subject.CODER)
        .harm(Harm.LETS_IN)
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
}
