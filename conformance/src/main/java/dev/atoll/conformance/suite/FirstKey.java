package dev.atoll.conformance.suite;

import static org.awaitility.Awaitility.await;

import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.eks.EmulatedClusters;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Plays the first run of the rotation, which is a pod: writes a key for workspaces, and waits until
 * it is where it can be seen to arrive. No LiteLLM knows the key.
 */
final class FirstKey {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private FirstKey() {}

  static void publish(Topology topology, AwsClients aws, EmulatedClusters clusters) {
    String secret = LiteLlmDesign.workspaceKey(topology.name());
    for (CoderRegion home : topology.regions()) {
      if (home.liteLlm().isPresent()) {
        aws.secretsManager(home.region())
            .putSecretValue(
                put ->
                    put.secretId(secret)
                        .secretString(
                            "{\"LITELLM_API_KEY\": \"sk-%s\"}".formatted(UUID.randomUUID())));
        clusters.byRegion().values().stream()
            .map(cluster -> cluster.kubernetes().client())
            .filter(FirstKey::isWanted)
            .forEach(FirstKey::awaitArrival);
      }
    }
  }

  private static boolean isWanted(KubernetesClient client) {
    return client
            .genericKubernetesResources("external-secrets.io/v1", "ExternalSecret")
            .inNamespace(UsersWorkspace.NAMESPACE)
            .withName(UsersWorkspace.KEY)
            .get()
        != null;
  }

  /** What does not arrive is the practices' to judge. */
  private static void awaitArrival(KubernetesClient client) {
    try {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  client
                          .secrets()
                          .inNamespace(UsersWorkspace.NAMESPACE)
                          .withName(UsersWorkspace.KEY)
                          .get()
                      != null);
    } catch (ConditionTimeoutException missing) {
      return;
    }
  }
}
