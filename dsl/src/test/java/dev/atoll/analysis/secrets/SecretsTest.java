package dev.atoll.analysis.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.file.WrittenText;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.security.NoSecretsInWrittenFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every secret stands beside a twin that is none. The tokens are made up. */
class SecretsTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "password          | hunter2                                       | name",
        "master_password   | hunter2                                       | name",
        "secretKey         | Litellm_Api_Key                               | name",
        "password_wo       | hunter2                                       | name",
        "coder_token       | placeholder                                   | name",
        "CODER_API_TOKEN   | abc                                           | name",
        "coder.apiKey      | abc                                           | name",
        "LITELLM_SALT_KEY  | salt                                          | name",
        "secret_string     | ${\"hunter2\"}                                | name",
        "values            | {\"db\": {\"password\": \"hunter2\"}}         | name",
        "values            | ${jsonencode({ token = \"hunter2\" })}        | name",
        "user_data         | export DB_PASSWORD='hunter2'                  | name",
        "tags              | AKIAIOSFODNN7EXAMPLE                          | AWS",
        "x                 | ghp_012345678901234567890123456789abcdEF      | GitHub",
        "x                 | sk-ABCdef0123456789xyz                        | model",
        "x                 | a1B2c3D4e5-a1B2c3D4e5f6G7h8i9j0K1             | Coder",
        "x                 | eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl | Web Token",
        "x                 | -----BEGIN RSA PRIVATE KEY-----               | private key",
        "url               | postgres://coder:hunter2@db.internal:5432/x   | URL",
        "x                 | wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLEq8        | by lot",
        "x                 | arn:aws:iam::aws:policy/A wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLEq8 | by"
            + " lot",
        "x                 | 9f86d081884c7d659a2feaa0c55ad015              | by lot"
      })
  void aSecretIsOne(String name, String text, String kind) {
    assertThat(Secrets.kind(name, text))
        .hasValueSatisfying(said -> assertThat(said).contains(kind).doesNotContain("hunter2"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "policy_arn        |"
            + " arn:${data.aws_partition.a.partition}:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
        "password          | ${random_password.database.result}",
        "secretKey         | {{ .key }}",
        "secretKey         | LITELLM_API_KEY",
        "password          | ``",
        "token             | true",
        "http_tokens       | required",
        "password_wo_version | 1",
        "CODER_TOKEN       | $(TOKEN_OF_A_SECRET)",
        "secret_id         | coder/database",
        "secret_name       | coder-proxy-tls",
        "password_length   | 32",
        "token_ttl         | 3600",
        "values            | {\"db\": {\"password_secret\": {\"key\": \"url\"}}}",
        "values            | ${jsonencode({ token = aws_secretsmanager_secret.a.arn })}",
        "Action            | secretsmanager:GetSecretValue",
        "x                 | AKIA-is-how-keys-begin",
        "x                 | ghp_short",
        "x                 | task-force",
        "x                 | us-east-2-private-subnet-with-a-long-name-a",
        "x                 | eyJ.is.not.one",
        "x                 | -----BEGIN CERTIFICATE-----",
        "url               | postgres://coder@db.internal:5432/x",
        "url               | postgres://${local.user}:${local.password}@${local.host}/x",
        "url               | https://us-west-2.coderdemo.io:443/path@2",
        "x                 |"
            + " arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012",
        "image             |"
            + " ghcr.io/coder/coder@sha256:9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015",
        "thumbprint        | 9e99a48a9960b14926bb7f3b02e22da2b0ab7280",
        "x                 | service.beta.kubernetes.io/aws-load-balancer-ssl-cert",
        "description       | The security group of nodes and pods in us-east-2"
      })
  void itsTwinIsNone(String name, String text) {
    assertThat(Secrets.kind(name, text)).isEmpty();
  }

  private static WrittenText written(String name, String text) {
    Source here = new Source(Origin.CONFIGURATION, "cdk.tf.json/x");
    return new WrittenText(here, new Ref("cdk.tf.json/x"), name, text);
  }

  private static Judgement judge(Facts facts) {
    return new NoSecretsInWrittenFiles().judge(facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "licence | \"eyJh\"         | true",
        "licence | \"eyJhbGciOi\"   | false",
        "api_token | abc            | true",
        "salt_key | 12345678        | false",
        "db_password | \"abc\"      | false"
      })
  void whatIsLeftOutOfAnExampleIsNoKey(String name, String value, boolean tooShort) {
    assertThat(Secrets.isTooShort(name, value)).isEqualTo(tooShort);
  }

  @Test
  void aFindingNamesThePlaceAndNeverTheSecret() {
    Judgement judgement =
        judge(Facts.of(Origin.CONFIGURATION, List.of(written("password", "hunter2"))));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.detail()).isEqualTo("cdk.tf.json/x is a literal under the name password");
    assertThat(judgement.toString()).doesNotContain("hunter2");
    assertThat(written("password", "hunter2").toString()).doesNotContain("hunter2");
  }

  @Test
  void withoutASecretItPassesWithoutFilesItSaysSoAndAGapLeavesItOpen() {
    List<WrittenText> fine = List.of(written("password", "${random_password.a.result}"));
    List<Facts.Gap> gap = List.of(new Facts.Gap(WrittenText.class, "a file was not read"));

    assertThat(judge(Facts.of(Origin.CONFIGURATION, fine)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(Facts.of(Origin.PLAN, List.of())).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(judge(Facts.of(Origin.CONFIGURATION, fine, gap)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }
}
