package dev.atoll.practice.security;

import dev.atoll.analysis.trust.Admission;
import dev.atoll.analysis.trust.Pattern;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.kubernetes.ServiceAccount;
import dev.atoll.practice.Inspection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Service accounts and the roles that they claim, both sides read: a claim that the role's policy
 * does not grant is a pod without credentials, found out at its first call of AWS.
 */
record AccountsAndRoles(Facts facts) {

  /** Judges every claim, and lists who may take which role. */
  void judge(Inspection inspection) {
    for (ServiceAccount account : facts.all(ServiceAccount.class).facts()) {
      account.role().ifPresent(role -> judge(inspection.look("service account"), account, role));
    }
    for (Role role : facts.all(Role.class).facts()) {
      role.trust()
          .asOptional()
          .map(trust -> TrustNamesTheAccount.admitted(trust, facts))
          .filter(admitted -> !admitted.isEmpty())
          .ifPresent(admitted -> inspection.evidence(shown(role, admitted)));
    }
  }

  private void judge(Inspection inspection, ServiceAccount account, String arn) {
    Optional<Role> role = facts.find(Role.class, new Ref(arn));
    if (role.isEmpty()) {
      inspection.require(
          areRead() ? Truth.NO : Truth.open("whom " + arn + " trusts was not read"),
          "%s claims the role %s, which does not exist".formatted(account.object(), arn),
          account.source());
      return;
    }
    inspection.require(
        role.get()
            .trust()
            .is(
                trust ->
                    TrustNamesTheAccount.admitted(trust, facts).stream()
                        .anyMatch(admission -> admits(admission, account))),
        "%s claims the role %s, which does not admit it"
            .formatted(account.object(), role.get().name().show()),
        account.source(),
        role.get().source());
  }

  private boolean areRead() {
    Seen<Role> roles = facts.all(Role.class);
    return roles.gap().isEmpty() && !roles.facts().isEmpty();
  }

  private boolean admits(Admission admission, ServiceAccount account) {
    Pattern subject =
        new Pattern(
            "system:serviceaccount:%s:%s"
                .formatted(account.object().namespace(), account.object().name()));
    return admission.subject().covers(subject) && isOf(admission, account.object().region());
  }

  /** The issuer of an EKS cluster names its Region. */
  private boolean isOf(Admission admission, Region region) {
    String issuer = TrustNamesTheAccount.issuer(facts, admission.provider());
    return !issuer.startsWith("oidc.eks.") || issuer.startsWith("oidc.eks." + region + ".");
  }

  private String shown(Role role, List<Admission> admitted) {
    List<ServiceAccount> accounts = facts.all(ServiceAccount.class).facts();
    String who =
        admitted.stream()
            .map(Admission::toString)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
    boolean used =
        accounts.stream()
            .anyMatch(account -> account.role().filter(role.ref().key()::equals).isPresent());
    String unused = accounts.isEmpty() || used ? "" : " (nobody there claims it)";
    return "%s admits %s%s".formatted(role.name().show(), who, unused);
  }
}
