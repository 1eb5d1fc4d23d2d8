package dev.atoll.conformance.suite;

import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.itest.eks.EmulatedClusters;
import dev.atoll.itest.twin.pod.SecretValues;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What the Secrets on the clusters' API servers hold at the moment.
 *
 * @param clusters the clusters
 */
record ClusterSecrets(EmulatedClusters clusters) implements SecretValues {
  @Override
  public Optional<String> value(ObjectName secret, String key) {
    return Optional.ofNullable(clusters.byRegion().get(secret.region()))
        .map(
            cluster ->
                cluster
                    .kubernetes()
                    .client()
                    .secrets()
                    .inNamespace(secret.namespace())
                    .withName(secret.name())
                    .get())
        .map(Secret::getData)
        .map(data -> data.get(key))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
  }
}
