package dev.atoll.conformance.suite;

import static org.awaitility.Awaitility.await;

import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.eks.EmulatedClusters;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
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
        awaitArrival(home, clusters);
      }
    }
  }

  /** What does not arrive is the practices' to judge. */
  private static void awaitArrival(CoderRegion home, EmulatedClusters clusters) {
    try {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  clusters
                          .byRegion()
                          .get(home.region())
                          .kubernetes()
                          .client()
                          .secrets()
                          .inNamespace("coder-ws")
                          .withName("litellm-key")
                          .get()
                      != null);
    } catch (ConditionTimeoutException missing) {
      return;
    }
  }
}
