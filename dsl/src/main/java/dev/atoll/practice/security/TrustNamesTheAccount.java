package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.trust.Admission;
import dev.atoll.analysis.trust.WebIdentities;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SEC-4. Judges roles that a cluster's tokens open, and roles of EKS Pod Identity, whose service
 * account is named by the association. Roles for other identities, such as those of a CI system,
 * are passed over.
 */
public final class TrustNamesTheAccount implements Practice {

  private static final About ABOUT =
      About.practice(
              "SEC-4", "A role trusts one namespace and service account, and checks the audience")
          .harm(Harm.LETS_IN)
          .from(
              bestPractices("Service Account Permissions"),
              page(
                  "Amazon EKS, IAM roles for service accounts",
                  "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"),
              page(
                  "IAM, condition operators",
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"))
          .because(
              "With a wildcard in the subject, or no condition at all, any pod may take the role,"
                  + " and users run pods here: a workspace then reads the database's secret."
                  + " Without the audience, tokens meant for others are accepted.")
          .fix(
              "StringEquals on OIDC:sub = system:serviceaccount:NAMESPACE:NAME and on OIDC:aud ="
                  + " sts.amazonaws.com; no StringLike, no *.")
          .wants(EvidenceKind.APPLIED);

  private static final Pattern WILDCARD = Pattern.compile("system:serviceaccount:[^\"]*\\*");
  private static final String POD_IDENTITY = "pods.eks.amazonaws.com";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (Role role : facts.all(Role.class).facts()) {
      role.trust()
          .fold(
              trust -> judge(inspection, role, trust, facts),
              why -> inspection.undecided("whom %s trusts: %s".formatted(role.ref(), why)));
    }
    facts.all(Role.class).gap().ifPresent(inspection::undecided);
    new AccountsAndRoles(facts).judge(inspection);
    return inspection.judgement("no role is open to service accounts of a cluster");
  }

  private static Inspection judge(
      Inspection inspection, Role role, TrustPolicy trust, Facts facts) {
    if (trustsPodIdentity(trust)) {
      inspection.look("role of EKS Pod Identity");
    }
    List<Admission> admitted = admitted(trust, facts);
    if (!admitted.isEmpty()) {
      inspection.look("role of a service account");
    }
    for (Admission admission : admitted) {
      String name = role.name().asOptional().orElse(role.ref().key());
      if (!admission.namespace().isExact() || !admission.serviceAccount().isExact()) {
        inspection.violation(
            Finding.of(
                    ABOUT,
                    "%s may be taken by any service account that matches %s"
                        .formatted(name, admission),
                    places(role, facts))
                .because(
                    "Any pod that matches may take the role, and users run pods here: whoever has"
                        + " a workspace has what the role may do, and no log tells the two"
                        + " apart."));
      }
      if (!admission.audience().isExact()) {
        inspection.violation(
            "%s accepts tokens of %s whatever their audience".formatted(name, admission),
            role.source());
      }
    }
    return inspection;
  }

  /** Where a module is told whom its role admits, and then where the role is made. */
  private static Source[] places(Role role, Facts facts) {
    List<Source> all = new ArrayList<>();
    for (Expression written : facts.all(Expression.class).facts()) {
      // Few texts of an estate have a wildcard: everything else is asked of those alone.
      if (WILDCARD.matcher(written.text()).find() && admitsTo(role, written, facts)) {
        all.add(written.source());
      }
    }
    all.add(role.source());
    return all.toArray(Source[]::new);
  }

  private static boolean admitsTo(Role role, Expression written, Facts facts) {
    String call = local(written);
    return call.startsWith("module.")
        && role.ref().key().contains(call + ".")
        && isWrittenFor(role, written, facts);
  }

  /** Modules call theirs alike; the one that makes this role is called on the way to it. */
  private static boolean isWrittenFor(Role role, Expression written, Facts facts) {
    String folder = written.ref().key().replaceFirst(":.*", "");
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return role.ref().key().startsWith(folder + ":")
        || facts.all(Expression.class).stream()
            .filter(call -> call.argument().equals("source"))
            .filter(call -> call.text().endsWith("/" + name))
            .map(call -> local(call) + ".")
            .anyMatch(role.ref().key()::contains);
  }

  /** What it stands in, as its own module calls that. */
  private static String local(Expression written) {
    String key = written.ref().key();
    return key.substring(key.lastIndexOf(':') + 1);
  }

  /** The service accounts that a policy admits. */
  static List<Admission> admitted(TrustPolicy trust, Facts facts) {
    return WebIdentities.admitted(trust, provider -> issuer(facts, provider)).stream()
        .filter(admission -> isOfCluster(facts, admission))
        .toList();
  }

  private static boolean trustsPodIdentity(TrustPolicy trust) {
    return trust.statements().stream()
        .filter(TrustPolicy.Statement::allows)
        .flatMap(statement -> statement.principals().stream())
        .anyMatch(principal -> principal.name().equals(POD_IDENTITY));
  }

  private static boolean isOfCluster(Facts facts, Admission admission) {
    String issuer = issuer(facts, admission.provider());
    boolean cluster = issuer.startsWith("oidc.eks.") || issuer.contains("aws_eks_cluster.");
    boolean names = admission.subject().text().startsWith("system:serviceaccount:");
    return cluster || names || issuer.equals("*");
  }

  /** Where what was read has the provider, its issuer; else what its ARN says. */
  static String issuer(Facts facts, String provider) {
    return facts.all(OidcProvider.class).stream()
        .filter(known -> known.ref().key().equals(provider))
        .map(OidcProvider::issuer)
        .map(Value::asOptional)
        .flatMap(known -> known.stream())
        .findFirst()
        .orElseGet(() -> WebIdentities.issuerInArn(provider));
  }
}
