package dev.atoll.itest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.iam.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which the same policy may be written. */
class TrustPolicyJsonTest {

  @Test
  void singleValuesAndListsMeanTheSame() {
    TrustPolicy single =
        read(
            """
            {"Statement":{"Effect":"Allow","Principal":{"Federated":"p"},"Action":"a",
             "Condition":{"StringEquals":{"k":"v"}}}}\
            """);
    TrustPolicy list =
        read(
            """
            {"Statement":[{"Effect":"Allow","Principal":{"Federated":["p"]},"Action":["a"],
             "Condition":{"StringEquals":{"k":["v"]}}}]}\
            """);

    assertThat(single).isEqualTo(list);
    assertThat(single.statements().get(0).conditions())
        .containsExactly(new TrustPolicy.Condition("StringEquals", "k", java.util.List.of("v")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"a\"} | false | false | false",
        "{\"Effect\":\"Allow\",\"NotPrincipal\":\"*\",\"Action\":\"a\"} | true | true | false",
        "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"NotAction\":\"a\"} | true | false | true"
      })
  void denialsAndExceptions(
      String statement, boolean allows, boolean exceptPrincipals, boolean exceptActions) {
    TrustPolicy.Statement read = read("{\"Statement\":" + statement + "}").statements().get(0);

    assertThat(read.allows()).isEqualTo(allows);
    assertThat(read.exceptPrincipals()).isEqualTo(exceptPrincipals);
    assertThat(read.exceptActions()).isEqualTo(exceptActions);
    assertThat(read.principals()).containsExactly(new TrustPolicy.Principal("*", "*"));
    assertThat(read.actions()).containsExactly("a");
  }

  @Test
  void whatIsNoPolicyIsUnknown() {
    assertThat(TrustPolicyJson.read("{").asOptional()).isEmpty();
    assertThat(TrustPolicyJson.read("{}").show()).contains("no statement");
  }

  private static TrustPolicy read(String json) {
    return TrustPolicyJson.read(json).asOptional().orElseThrow();
  }
}
