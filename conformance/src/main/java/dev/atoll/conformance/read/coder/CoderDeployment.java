package dev.atoll.conformance.read.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.Container.Port;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.From;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Other;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Deployment that Coder's chart makes: what it puts into the environment itself comes before
 * {@code coder.env}, so that the latter wins.
 *
 * @see <a href="https://github.com/coder/coder/blob/v2.27.1/helm/coder/templates/_coder.tpl">the
 *     chart's template of the Deployment</a>
 */
final class CoderDeployment {

  private CoderDeployment() {}

  static Workload of(HelmRelease release, CoderValues values, ObjectName name) {
    boolean tls = !values.at("/coder/tls/secretNames").isEmpty();
    int replicas = values.replicas().asOptional().orElse(1);
    return new Workload(
        release.source(),
        release.ref(),
        Workload.Kind.DEPLOYMENT,
        name,
        replicas,
        replicas,
        CoderChart.labels(release),
        values.at("/coder/serviceAccount/name").asText("coder"),
        List.of(container(values, tls)),
        List.of(),
        List.of(),
        Duration.ofSeconds(values.at("/coder/terminationGracePeriodSeconds").asInt(60)));
  }

  private static Container container(CoderValues values, boolean tls) {
    Amounts none = new Amounts(Optional.empty(), Optional.empty());
    List<Port> ports = new ArrayList<>(List.of(new Port("http", 8080)));
    if (tls) {
      ports.add(new Port("https", 8443));
    }
    // Whatever its registry, the image of this chart is Coder's.
    String image =
        "coder:" + values.tag().asOptional().filter(tag -> !tag.isEmpty()).orElse("unknown");
    return new Container(
        "coder",
        image,
        List.of(),
        ports,
        environment(values, tls),
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static List<EnvironmentVariable> environment(CoderValues values, boolean tls) {
    List<EnvironmentVariable> all = new ArrayList<>();
    all.add(literal("CODER_HTTP_ADDRESS", "0.0.0.0:8080"));
    all.add(literal("CODER_PROMETHEUS_ADDRESS", "0.0.0.0:2112"));
    all.add(new EnvironmentVariable("KUBE_POD_IP", new PodField("status.podIP")));
    all.add(literal("CODER_DERP_SERVER_RELAY_URL", "http://$(KUBE_POD_IP):8080"));
    if (tls) {
      all.add(literal("CODER_TLS_ENABLE", "true"));
      all.add(literal("CODER_TLS_ADDRESS", "0.0.0.0:8443"));
    }
    for (JsonNode variable : values.at("/coder/env")) {
      all.add(new EnvironmentVariable(variable.path("name").asText(), from(variable)));
    }
    return all;
  }

  private static From from(JsonNode variable) {
    JsonNode secret = variable.at("/valueFrom/secretKeyRef");
    if (!secret.isMissingNode()) {
      return new SecretKey(secret.path("name").asText(), secret.path("key").asText());
    }
    JsonNode field = variable.at("/valueFrom/fieldRef/fieldPath");
    if (!field.isMissingNode()) {
      return new PodField(field.asText());
    }
    String text = variable.path("value").asText("");
    return text.contains("${") ? new Other(text) : new Literal(text);
  }

  private static EnvironmentVariable literal(String name, String text) {
    return new EnvironmentVariable(name, new Literal(text));
  }
}
