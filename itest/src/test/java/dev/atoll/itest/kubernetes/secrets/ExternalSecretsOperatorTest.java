package dev.atoll.itest.kubernetes.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.junit.Infrastructure;
import dev.atoll.itest.localstack.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Infrastructure
class ExternalSecretsOperatorTest {

  @Test
  void aSecretIsFilledOnceTheOperatorAndTheValueAreThereAndFollowsTheValue(
      World world, KubernetesClient cluster) {
    List<HasMetadata> operator = load(cluster, "operator.yaml");
    // The kinds alone: nobody is there to act on them.
    operator.subList(0, 2).forEach(kind -> cluster.resource(kind).create());
    await()
        .ignoreExceptions()
        .until(() -> cluster.resourceList(load(cluster, "wanted.yaml")).create().size() == 3);
    try (AwsClients aws = AwsClients.of(world);
        ExternalSecretsOperator running = ExternalSecretsOperator.start(cluster, aws)) {
      SecretsManagerClient secrets = aws.secretsManager(Region.US_EAST_2);
      secrets.createSecret(ask -> ask.name("team/key").secretString("{\"KEY\": \"one\"}"));
      await()
          .during(Duration.ofSeconds(5))
          .atMost(Duration.ofSeconds(10))
          .until(() -> secret(cluster, "filled") == null);

      cluster.resource(operator.get(2)).create();
      await().untilAsserted(() -> assertThat(values(cluster)).containsEntry("KEY", "one"));
      await().untilAsserted(() -> assertThat(values(cluster, "kept")).containsEntry("KEY", "one"));
      assertThat(values(cluster)).containsEntry("URL", "https://llm.example.com");

      secrets.putSecretValue(ask -> ask.secretId("team/key").secretString("{\"KEY\": \"two\"}"));
      await().untilAsserted(() -> assertThat(values(cluster)).containsEntry("KEY", "two"));
      assertThat(values(cluster, "kept")).containsEntry("KEY", "one");

      // A value without the property keeps what was there, and breaks nothing.
      secrets.putSecretValue(ask -> ask.secretId("team/key").secretString("{}"));
      await()
          .during(Duration.ofSeconds(5))
          .atMost(Duration.ofSeconds(10))
          .until(() -> "two".equals(values(cluster).get("KEY")));
      assertThat(running).isNotNull();
    }
  }

  private static List<HasMetadata> load(KubernetesClient cluster, String file) {
    return cluster.load(ExternalSecretsOperatorTest.class.getResourceAsStream(file)).items();
  }

  private static Secret secret(KubernetesClient cluster, String name) {
    return cluster.secrets().inNamespace("default").withName(name).get();
  }

  private static Map<String, String> values(KubernetesClient cluster) {
    return values(cluster, "filled");
  }

  private static Map<String, String> values(KubernetesClient cluster, String name) {
    Secret secret = secret(cluster, name);
    return secret == null
        ? Map.of()
        : secret.getData().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> decoded(entry.getValue())));
  }

  private static String decoded(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
