package dev.atoll.itest.twin;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.facts.Value.known;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.From;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs in the clusters of the small world, and whatever else runs beside it in a test. */
final class SmallPods {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Container.Amounts NOTHING =
      new Container.Amounts(Optional.empty(), Optional.empty());

  private SmallPods() {}

  static Workload coder(Region region, int replicas) {
    return workload(
        new ObjectName(region, "coder", "coder"),
        Kind.DEPLOYMENT,
        replicas,
        container(
            "coder",
            "ghcr.io/coder/coder:v2.27.1",
            List.of("/opt/coder", "server"),
            8080,
            List.of(
                variable("CODER_HTTP_ADDRESS", new Literal("0.0.0.0:8080")),
                variable("KUBE_POD_IP", new PodField("status.podIP")),
                variable("CODER_DERP_SERVER_RELAY_URL", new Literal("http://$(KUBE_POD_IP):8080")),
                variable("CODER_ACCESS_URL", new Literal("https://example.com")),
                variable("CODER_WILDCARD_ACCESS_URL", new Literal("*.example.com")),
                variable("CODER_PG_CONNECTION_URL", new SecretKey("coder-database", "url")),
                variable("CODER_REDIRECT_TO_ACCESS_URL", new Literal("false")),
                variable("CODER_SECURE_AUTH_COOKIE", new Literal("true")))));
  }

  static Workload liteLlm(int replicas) {
    return workload(
        new ObjectName(US_EAST_2, "litellm", "litellm"),
        Kind.DEPLOYMENT,
        replicas,
        container(
            "litellm",
            "ghcr.io/berriai/litellm-database:v1.80.11",
            List.of(),
            4000,
            List.of(
                variable(
                    "LITELLM_MASTER_KEY",
                    new SecretKey("litellm-master-key", "LITELLM_MASTER_KEY")),
                variable("DATABASE_NAME", new SecretKey("litellm-database", "DATABASE_NAME")))));
  }

  static EnvironmentVariable variable(String name, From from) {
    return new EnvironmentVariable(name, from);
  }

  static Container container(
      String name,
      String image,
      List<String> command,
      int port,
      List<EnvironmentVariable> environment) {
    return new Container(
        name,
        image,
        command,
        List.of(new Container.Port("http", port)),
        environment,
        NOTHING,
        NOTHING,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Workload workload(ObjectName object, Kind kind, int replicas, Container container) {
    return new Workload(
        source(object.toString()),
        new Ref(kind + " " + object),
        kind,
        object,
        replicas,
        replicas,
        Map.of("app.kubernetes.io/instance", object.name()),
        object.name(),
        List.of(container),
        List.of(),
        List.of(),
        MINUTE);
  }

  /** What carries the workspaces' key. */
  static CarriedSecret workspaceKey(Region region) {
    ObjectName object = new ObjectName(region, "coder-ws", "litellm-key");
    return new CarriedSecret(
        source(object.toString()),
        new Ref("ExternalSecret " + object),
        object,
        "litellm-key",
        Optional.of(US_EAST_2),
        Map.of("LITELLM_API_KEY", "small/litellm/workspace-key"),
        known(Duration.ofMinutes(5)));
  }

  private static Source source(String place) {
    return new Source(Origin.CLUSTER, place);
  }
}
