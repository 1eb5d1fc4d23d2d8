package dev.atoll.itest.twin.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.From;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.twin.standin.Pods;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private static final EnvironmentVariable POD_IP = variable("IP", new PodField("status.podIP"));

  @Test
  void aReferenceStandsForAVariableThatCameBefore() {
    assertThat(environment(POD_IP, literal("RELAY", "http://$(IP):8080")).get("RELAY"))
        .contains("http://10.0.1.7:8080");
  }

  @Test
  void aReferenceToWhatComesLaterStaysAsItIs() {
    assertThat(environment(literal("RELAY", "http://$(IP):8080"), POD_IP).get("RELAY"))
        .contains("http://$(IP):8080");
  }

  @Test
  void twoDollarsAreOneAndNoReference() {
    assertThat(environment(POD_IP, literal("TEXT", "$$(IP)")).get("TEXT")).contains("$(IP)");
  }

  @Test
  void ofOneNameTheLastWins() {
    assertThat(environment(literal("A", "first"), literal("A", "last")).get("A")).contains("last");
  }

  @Test
  void aSecretsKeyIsItsValue() {
    assertThat(environment(variable("A", new SecretKey("login", "key"))).get("A"))
        .contains("secret");
  }

  @Test
  void aKeyThatNoSecretHasKeepsTheContainerFromStarting() {
    assertThatThrownBy(() -> environment(variable("A", new SecretKey("login", "other"))))
        .hasMessageContaining("wants the key other of Secret coder/login")
        .hasMessageContaining("CreateContainerConfigError");
  }

  @Test
  void whatIsSetToNothingIsNotSet() {
    assertThat(environment(literal("A", "")).get("A")).isEmpty();
    assertThat(environment(literal("A", "")).flag("A", true)).isTrue();
  }

  @Test
  void aSwitchIsReadAsGoReadsIt() {
    assertThat(environment(literal("A", "T")).flag("A", false)).isTrue();
    assertThat(environment(literal("A", "0")).flag("A", true)).isFalse();
    assertThatThrownBy(() -> environment(literal("A", "yes")).flag("A", true))
        .hasMessageContaining("A is \"yes\", which is neither true nor false");
  }

  private static Environment environment(EnvironmentVariable... variables) {
    Workload workload = Pods.workload("coder", "coder:v2.27.1", List.of(), List.of(variables));
    return Environment.of(
        workload,
        workload.containers().get(0),
        (secret, key) ->
            secret.name().equals("login") && key.equals("key")
                ? Optional.of("secret")
                : Optional.empty(),
        "10.0.1.7");
  }

  private static EnvironmentVariable literal(String name, String text) {
    return variable(name, new Literal(text));
  }

  private static EnvironmentVariable variable(String name, From from) {
    return new EnvironmentVariable(name, from);
  }
}
