package dev.atoll.itest.kubernetes.read;

import dev.atoll.aws.Region;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.CarriedSecret;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what the External Secrets Operator is asked to carry, with the stores that it asks. A
 * cluster without the operator has none.
 *
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
final class ExternalSecrets {

  private static final String GROUP = "external-secrets.io";
  private static final String SECRET = "ExternalSecret";
  private static final String EVERY_HOUR = "1h0m0s";
  private static final List<String> STORES = List.of("SecretStore", "ClusterSecretStore");

  private ExternalSecrets() {}

  /** Every object of the operator that matters here. */
  static List<GenericKubernetesResource> read(KubernetesClient client) {
    return Stream.concat(Stream.of(SECRET), STORES.stream())
        .filter(kind -> client.supports(GROUP + "/v1", kind))
        .flatMap(
            kind ->
                client
                    .genericKubernetesResources(
                        new ResourceDefinitionContext.Builder()
                            .withGroup(GROUP)
                            .withVersion("v1")
                            .withKind(kind)
                            .withNamespaced(!kind.startsWith("Cluster"))
                            .build())
                    .inAnyNamespace()
                    .list()
                    .getItems()
                    .stream())
        .toList();
  }

  /** What is carried, among other objects. */
  static List<CarriedSecret> facts(Cluster cluster, List<? extends HasMetadata> objects) {
    List<GenericKubernetesResource> own =
        objects.stream()
            .filter(GenericKubernetesResource.class::isInstance)
            .map(GenericKubernetesResource.class::cast)
            .filter(object -> object.getApiVersion().startsWith(GROUP + "/"))
            .toList();
    return own.stream()
        .filter(object -> object.getKind().equals(SECRET))
        .map(object -> fact(cluster, object, own))
        .toList();
  }

  private static CarriedSecret fact(
      Cluster cluster, GenericKubernetesResource secret, List<GenericKubernetesResource> all) {
    String name = secret.getMetadata().getName();
    return new CarriedSecret(
        cluster.source(secret),
        cluster.ref(secret),
        cluster.name(secret),
        text(secret, "spec", "target", "name").orElse(name),
        all.stream()
            .filter(object -> isStoreOf(object, secret))
            .flatMap(store -> text(store, "spec", "provider", "aws", "region").stream())
            .map(Region::new)
            .findFirst(),
        keys(secret),
        refresh(secret));
  }

  private static Value<Duration> refresh(GenericKubernetesResource secret) {
    return text(secret, "spec", "refreshPolicy").orElse("Periodic").equals("Periodic")
        ? GoDuration.read(text(secret, "spec", "refreshInterval").orElse(EVERY_HOUR))
        : Value.known(Duration.ZERO);
  }

  private static boolean isStoreOf(
      GenericKubernetesResource store, GenericKubernetesResource secret) {
    String kind = text(secret, "spec", "secretStoreRef", "kind").orElse("SecretStore");
    return store.getKind().equals(kind)
        && text(secret, "spec", "secretStoreRef", "name")
            .filter(store.getMetadata().getName()::equals)
            .isPresent()
        && (kind.startsWith("Cluster")
            || String.valueOf(secret.getMetadata().getNamespace())
                .equals(store.getMetadata().getNamespace()));
  }

  private static Map<String, String> keys(GenericKubernetesResource secret) {
    Map<String, String> keys = new HashMap<>();
    Object data = secret.get("spec", "data");
    if (data instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> one
            && one.get("remoteRef") instanceof Map<?, ?> remote
            && one.get("secretKey") != null
            && remote.get("key") != null) {
          keys.put(one.get("secretKey").toString(), remote.get("key").toString());
        }
      }
    }
    return keys;
  }

  private static Optional<String> text(GenericKubernetesResource object, Object... path) {
    return Optional.ofNullable(object.<Object>get(path)).map(Object::toString);
  }
}
