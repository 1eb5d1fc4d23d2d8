package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.List;

/** The rows about certificates, roles, secrets and Terraform state. */
public final class SecurityPractices {

  private static final Citation CERTIFICATE_LOOKUP =
      page(
          "Terraform provider aws, data source aws_acm_certificate",
          "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/acm_certificate");

  private SecurityPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Awaited(certificateLookup()),
        new Awaited(noLiteralArn()),
        new Awaited(certificatesCoverNames()),
        new Awaited(trustNamesTheAccount()),
        new StateInS3(),
        new NoSecretsInWrittenFiles(),
        new Awaited(auditLogAddress()));
  }

  static About certificateLookup() {
    return About.practice(
            "SEC-1", "Certificates are looked up as ISSUED and most recent, or used once validated")
        .from(bestPractices("TLS/SSL Certificate Management"), CERTIFICATE_LOOKUP)
        .because(
            "With a certificate that is pending or gone the controller makes a load balancer"
                + " without a listener: it costs money, the Service gets no address, and"
                + " CreateListener fails over and over. Two matches without most_recent stop the"
                + " plan.")
        .fix(
            "From another root: aws_acm_certificate with statuses [\"ISSUED\"], most_recent true"
                + " and the domain trimmed from the access URL. In the same root:"
                + " aws_acm_certificate_validation's certificate_arn.")
        .wants(EvidenceKind.PLAN);
  }

  static About noLiteralArn() {
    return About.practice("SEC-2", "No ARN is written down anywhere")
        .severity(Severity.WARNING)
        .from(bestPractices("TLS/SSL Certificate Management"), CERTIFICATE_LOOKUP)
        .because(
            "A typed ARN is right until the thing is made anew, in another region or another"
                + " account. Then the old certificate expires in silence, or a role is granted to"
                + " what no longer exists.")
        .fix(
            "Refer to the resource or the data source. AWS's own managed policies, which are the"
                + " same for everybody, are built from the partition.")
        .wants(EvidenceKind.PLAN);
  }

  static About certificatesCoverNames() {
    return About.practice("SEC-3", "Each region has a certificate that covers every name it serves")
        .from(
            progress("Important Notes 5"),
            page(
                "AWS Certificate Manager, certificate characteristics",
                "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"),
            page(
                "AWS Certificate Manager, DNS validation",
                "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"))
        .corrects(
            "Ensure that the *.us-west-2.coderdemo.io certificate is issued in us-west-2.",
            "A certificate is needed in each region, for all names served there: *.coderdemo.io"
                + " covers neither the apex nor *.us-west-2.coderdemo.io. Certificates of both"
                + " regions, and apex plus wildcard, share one validation CNAME per account, so"
                + " each record is made once.")
        .because(
            "Users of an uncovered name see a certificate warning that Coder's clients cannot click"
                + " away: coder login fails with x509. Two resources for one validation record"
                + " fail, or delete it for each other, and renewal stops a year later.")
        .fix(
            "Request per region one certificate with apex, wildcard and that region's names. Key"
                + " the validation records by record name, in one root.")
        .wants(EvidenceKind.MODEL, EvidenceKind.APPLIED);
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
