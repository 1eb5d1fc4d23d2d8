package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import java.util.List;

/** The rows about certificates, roles, secrets and Terraform state. */
public final class SecurityPractices {

  private SecurityPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new CertificatesAreReady(),
        new NoLiteralArn(),
        new CertificatesCoverNames(),
        new TrustNamesTheAccount(),
        new StateInS3(),
        new NoSecretsInWrittenFiles(),
        new Awaited(auditLogAddress()));
  }

  static About auditLogAddress() {
    return About.practice(
            "SEC-7", "The audit log shows the client's address, not the load balancer's")
        .from(
            bestPractices("Security Considerations, Source IP Preservation"),
            page("Coder, audit logs", "https://coder.com/docs/admin/security/audit-logs"))
        .because(
            "After an incident the audit log is what says where a session came from. With the load"
                + " balancer's address in every line it says nothing, and it cannot be mended"
                + " afterwards.")
        .fix(
            "Preserve client addresses on the path (LB-3). Do not trust X-Forwarded-For instead:"
                + " behind an NLB the client writes it.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
