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
        new Awaited(trustNamesTheAccount()),
        new StateInS3(),
        new NoSecretsInWrittenFiles(),
        new Awaited(auditLogAddress()));
  }

  static About trustNamesTheAccount() {
    return About.practice(
            "SEC-4", "A role trusts one namespace and service account, and checks the audience")
        .from(
            bestPractices("Service Account Permissions"),
            page(
                "Amazon EKS, IAM roles for service accounts",
                "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"),
            page(
                "IAM, condition operators",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"))
        .because(
            "With a wildcard in the subject, or no condition at all, any pod may take the role, and"
                + " users run pods here: a workspace then reads the database's secret. Without the"
                + " audience, tokens meant for others are accepted.")
        .fix(
            "StringEquals on OIDC:sub = system:serviceaccount:NAMESPACE:NAME and on OIDC:aud ="
                + " sts.amazonaws.com; no StringLike, no *.")
        .wants(EvidenceKind.APPLIED);
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
