package dev.atoll.itest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.RolePolicy;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;

/** A role of a service account, and what fails when one thing about it is broken. */
@ExtendWith(LocalStackExtension.class)
class IamReaderTest {

  private static final String ISSUER = "oidc.eks.us-east-2.amazonaws.com/id/ABCDEF";
  private static final String POLICY = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess";

  private AwsClients account;
  private IamClient iam;
  private Catalogued read;
  private String trust;

  @BeforeEach
  void aRoleOfOneServiceAccount(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    iam = account.iam();
    read = Catalogued.of(() -> IamReader.read(account));
    String provider =
        iam.createOpenIDConnectProvider(
                r ->
                    r.url("https://" + ISSUER)
                        .clientIDList("sts.amazonaws.com")
                        .thumbprintList("a".repeat(40)))
            .openIDConnectProviderArn();
    trust =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Federated": "%s"}, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringEquals": {"%2$s:sub": "system:serviceaccount:coder:coder",
            "%2$s:aud": "sts.amazonaws.com"}}}]}
        """
            .formatted(provider, ISSUER);
    iam.createRole(r -> r.roleName("coder").assumeRolePolicyDocument(trust));
    iam.attachRolePolicy(r -> r.roleName("coder").policyArn(POLICY));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(read.verdict("SEC-4")).isEqualTo(Verdict.PASS);
    assertThat(read.facts().all(OidcProvider.class).facts())
        .extracting(provider -> provider.issuer().show())
        .containsExactly(ISSUER);
    assertThat(read.facts().all(RolePolicy.class).facts())
        .extracting(attached -> attached.policy().show())
        .containsExactly(POLICY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "any account of the namespace, StringEquals, StringLike, coder:coder, coder:*",
    "any namespace,                StringEquals, StringLike, coder:coder, *:coder",
    "no audience,                  :aud,         :azp,       -,           -",
    "another operator,             StringEquals, StringLike, sts.amazonaws.com\", *\"",
    "all but one account,          StringEquals, StringNotEquals, -,      -",
  })
  void aWiderTrust(String name, String is, String becomes, String alsoIs, String alsoBecomes) {
    String wider = trust.replace(is, becomes);
    String widest = alsoIs.equals("-") ? wider : wider.replace(alsoIs, alsoBecomes);

    assertThat(
            read.failAfter(
                () -> iam.updateAssumeRolePolicy(r -> r.roleName("coder").policyDocument(widest))))
        .as(name)
        .containsExactly("SEC-4");
  }

  @Test
  void aSecondRoleForWhomeverHasAToken() {
    String open = trust.replaceAll("(?s),\\s*\"Condition\": \\{.*?\\}\\}", "");
    assertThat(open).doesNotContain("Condition");

    assertThat(
            read.failAfter(
                () -> iam.createRole(r -> r.roleName("open").assumeRolePolicyDocument(open))))
        .containsExactly("SEC-4");
  }

  @Test
  void whatIsDetachedIsGone() {
    iam.detachRolePolicy(r -> r.roleName("coder").policyArn(POLICY));

    assertThat(read.facts().all(RolePolicy.class).facts()).isEmpty();
  }
}
