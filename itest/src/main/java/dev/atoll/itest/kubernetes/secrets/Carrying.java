package dev.atoll.itest.kubernetes.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsAccount;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries what one ExternalSecret asks for.
 *
 * @param client of the cluster
 * @param account whose Secrets Manager is read
 */
record Carrying(KubernetesClient client, AwsAccount account) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONCE = "CreatedOnce";
  private static final String REGION = "spec.provider.aws.region";

  /**
   * Fills its Secret; one that is as it should be stays untouched, and so does one that was to be
   * filled once.
   *
   * @throws IllegalArgumentException when it asks for what is not there
   * @throws software.amazon.awssdk.core.exception.SdkException when a secret cannot be read
   */
  void carry(GenericKubernetesResource wanted) {
    JsonNode spec = JSON.<JsonNode>valueToTree(wanted).path("spec");
    String namespace = wanted.getMetadata().getNamespace();
    String name = spec.at("/target/name").asText(wanted.getMetadata().getName());
    if (spec.path("refreshPolicy").asText().equals(ONCE) && isThere(namespace, name)) {
      return;
    }
    Region region = region(namespace, spec.at("/secretStoreRef/name").asText());
    Map<String, String> data = new TreeMap<>();
    for (JsonNode entry : spec.path("data")) {
      data.put(
          entry.path("secretKey").asText(),
          value(region, entry.at("/remoteRef/key").asText(), entry.at("/remoteRef/property")));
    }
    spec.at("/target/template/data")
        .properties()
        .forEach(literal -> data.put(literal.getKey(), literal.getValue().asText()));
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .withStringData(data)
            .build();
    client.resource(secret).serverSideApply();
  }

  private boolean isThere(String namespace, String secret) {
    return client.secrets().inNamespace(namespace).withName(secret).get() != null;
  }

  private Region region(String namespace, String store) {
    GenericKubernetesResource found =
        client
            .genericKubernetesResources("external-secrets.io/v1", "SecretStore")
            .inNamespace(namespace)
            .withName(store)
            .get();
    if (found == null) {
      throw new IllegalArgumentException("there is no SecretStore " + store);
    }
    return new Region(
        JSON.<JsonNode>valueToTree(found).at("/" + REGION.replace('.', '/')).asText());
  }

  private String value(Region region, String secret, JsonNode property) {
    String text =
        account.secretsManager(region).getSecretValue(ask -> ask.secretId(secret)).secretString();
    return property.isMissingNode() ? text : inside(secret, text, property.asText());
  }

  private static String inside(String secret, String text, String property) {
    try {
      return Optional.ofNullable(JSON.readTree(text).get(property))
          .map(JsonNode::asText)
          .orElseThrow(() -> new IllegalArgumentException(secret + " has no property " + property));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(secret + " is not JSON", null);
    }
  }
}
