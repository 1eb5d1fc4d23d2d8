package dev.atoll.practice.security;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.TrustPolicy;
import dev.atoll.facts.iam.TrustPolicy.Condition;
import dev.atoll.facts.iam.TrustPolicy.Principal;
import dev.atoll.facts.iam.TrustPolicy.Statement;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.ServiceAccount;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SEC-4; which accounts a policy admits is the corpus's matter. */
class TrustNamesTheAccountTest {

  private static final Source HERE = new Source(Origin.APPLIED, "here");
  private static final String ISSUER = "oidc.eks.us-east-2.amazonaws.com/id/EXAMPLE";
  private static final String ARN = "arn:aws:iam::111122223333:oidc-provider/";
  private static final Condition SUBJECT = equal("sub", "system:serviceaccount:coder:coder");
  private static final Condition AUDIENCE = equal("aud", "sts.amazonaws.com");

  @Test
  void oneAccountAndTheAudiencePasses() {
    assertThat(judge(SUBJECT, AUDIENCE).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aMissingAudienceFailsAndIsNamed() {
    Judgement judgement = judge(SUBJECT);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("coder/coder", "audience"));
  }

  @Test
  void aWildcardFailsAndIsNamed() {
    Condition wide =
        new Condition("StringLike", ISSUER + ":sub", List.of("system:serviceaccount:coder:*"));
    Judgement judgement = judge(wide, AUDIENCE);

    assertThat(judgement.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("coder/*"));
  }

  @Test
  void noConditionFailsTwice() {
    assertThat(judge().findings()).hasSize(2);
  }

  @Test
  void aWildcardForTheAudienceFails() {
    Condition wide = new Condition("StringLike", ISSUER + ":aud", List.of("*"));

    assertThat(judge(SUBJECT, wide).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aProviderThatIsKnownByItsAddressIsFoundByIt() {
    String address = "aws_iam_openid_connect_provider.a";
    OidcProvider provider =
        new OidcProvider(
            HERE, new Ref(address), Value.known(ISSUER), Value.known(Set.of("sts.amazonaws.com")));
    Role role = role(new Principal("Federated", address), SUBJECT, AUDIENCE);

    assertThat(judge(Facts.of(Origin.PLAN, List.of(role, provider))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aCiSystemIsNobodysServiceAccount() {
    Role role = role(new Principal("Federated", ARN + "token.actions.githubusercontent.com"));

    assertThat(judge(Facts.of(Origin.APPLIED, List.of(role))).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aRoleOfPodIdentityIsLookedAt() {
    Role role = role(new Principal("Service", "pods.eks.amazonaws.com"));

    assertThat(judge(Facts.of(Origin.APPLIED, List.of(role))).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aPolicyThatIsNotKnownIsUndecided() {
    Role role = new Role(HERE, new Ref("r"), Value.known("r"), Value.unknown("known after apply"));

    assertThat(judge(Facts.of(Origin.PLAN, List.of(role))).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void rolesThatMayBeElsewhereLeaveItOpen() {
    Facts partly =
        Facts.of(Origin.PLAN, List.of(), List.of(new Gap(Role.class, "a role is looked up")));

    assertThat(judge(partly).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whoMayTakeWhichRoleIsShown() {
    assertThat(judge(SUBJECT, AUDIENCE).detail())
        .isEqualTo("looked at 1 role of a service account: role admits coder/coder");
    assertThat(claiming(US_EAST_2, "coder", "role").detail())
        .isEqualTo(
            "looked at 1 role of a service account, 1 service account: role admits coder/coder");
  }

  @Test
  void anAccountThatClaimsARoleThatDoesNotAdmitIt() {
    assertThat(claiming(US_EAST_2, "coder", "role").verdict()).isEqualTo(Verdict.PASS);
    assertThat(claiming(US_EAST_2, "other", "role").findings())
        .extracting(finding -> finding.what())
        .containsExactly("coder/other in us-east-2 claims the role role, which does not admit it");
  }

  @Test
  void theSameAccountOfAnotherCluster() {
    assertThat(claiming(US_WEST_2, "coder", "role").findings())
        .extracting(finding -> finding.what())
        .containsExactly("coder/coder in us-west-2 claims the role role, which does not admit it");
  }

  @Test
  void aRoleThatIsNotThere() {
    assertThat(claiming(US_EAST_2, "coder", "gone").findings())
        .extracting(finding -> finding.what())
        .containsExactly("coder/coder in us-east-2 claims the role gone, which does not exist");
    assertThat(judge(Facts.of(Origin.CLUSTER, List.of(account(US_EAST_2, "coder", "r")))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aRoleThatNobodyClaimsIsSaid() {
    ServiceAccount plain =
        new ServiceAccount(
            HERE, new Ref("plain"), new ObjectName(US_EAST_2, "coder", "coder"), Optional.empty());
    Role role = role(new Principal("Federated", ARN + ISSUER), SUBJECT, AUDIENCE);

    Judgement judgement = judge(Facts.of(Origin.CLUSTER, List.of(role, plain)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.detail()).endsWith(": role admits coder/coder (nobody there claims it)");
  }

  private static Judgement claiming(Region region, String name, String arn) {
    Role role = role(new Principal("Federated", ARN + ISSUER), SUBJECT, AUDIENCE);
    return judge(Facts.of(Origin.CLUSTER, List.of(role, account(region, name, arn))));
  }

  private static ServiceAccount account(Region region, String name, String arn) {
    return new ServiceAccount(
        HERE, new Ref(name), new ObjectName(region, "coder", name), Optional.of(arn));
  }

  private static Judgement judge(Condition... conditions) {
    Role role = role(new Principal("Federated", ARN + ISSUER), conditions);
    return judge(Facts.of(Origin.APPLIED, List.of(role)));
  }

  private static Judgement judge(Facts facts) {
    return new TrustNamesTheAccount().judge(facts);
  }

  private static Role role(Principal principal, Condition... conditions) {
    Statement statement =
        new Statement(
            true,
            List.of(principal),
            false,
            List.of("sts:AssumeRoleWithWebIdentity"),
            false,
            List.of(conditions));
    return new Role(
        HERE,
        new Ref("role"),
        Value.known("role"),
        Value.known(new TrustPolicy(List.of(statement))));
  }

  private static Condition equal(String claim, String value) {
    return new Condition("StringEquals", ISSUER + ":" + claim, List.of(value));
  }
}
