package dev.atoll.conformance.read.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Value;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.KubernetesService.Port;
import dev.atoll.facts.kubernetes.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Service and the Deployment that Coder's chart makes of the values that a release gives it,
 * for estates whose charts nobody renders. A release of which something decisive is not known
 * yields none.
 *
 * @see <a
 *     href="https://github.com/coder/coder/blob/v2.27.1/helm/libcoder/templates/_helpers.tpl">the
 *     chart's template of the Service</a>
 */
public final class CoderChart {

  private CoderChart() {}

  /** The objects of all releases of the chart. */
  public static List<Fact> objects(Facts facts) {
    List<Fact> objects = new ArrayList<>();
    for (HelmRelease release : facts.all(HelmRelease.class).facts()) {
      if (release.chart().is(CoderChart::isCoder).isYes()) {
        Optional<ObjectName> name = name(release);
        CoderValues.of(release)
            .asOptional()
            .filter(values -> name.isPresent())
            .ifPresent(
                values -> {
                  objects.add(CoderDeployment.of(release, values, name.get()));
                  if (values.at("/coder/service/enable").asBoolean(true)) {
                    objects.add(service(release, values, name.get()));
                  }
                });
      }
    }
    return objects;
  }

  private static Optional<ObjectName> name(HelmRelease release) {
    return release
        .region()
        .flatMap(
            region ->
                release.namespace().map(namespace -> new ObjectName(region, namespace, "coder")))
        .asOptional();
  }

  /** By what the Service finds the pods. */
  static Map<String, String> labels(HelmRelease release) {
    return Map.of(
        "app.kubernetes.io/name",
        "coder",
        "app.kubernetes.io/instance",
        release.release().asOptional().orElse("coder"));
  }

  static boolean isCoder(String chart) {
    return chart.substring(chart.lastIndexOf('/') + 1).equals("coder");
  }

  private static KubernetesService service(
      HelmRelease release, CoderValues values, ObjectName name) {
    return new KubernetesService(
        release.source(),
        release.ref(),
        name,
        text(values, "/coder/service/type").orElse("LoadBalancer"),
        text(values, "/coder/service/loadBalancerClass"),
        annotations(values.at("/coder/service/annotations")),
        labels(release),
        ports(values),
        Optional.of(text(values, "/coder/service/externalTrafficPolicy").orElse("Cluster")),
        Optional.empty());
  }

  /** With a TLS secret there is a port 443, and it leads to the port at which Coder ends TLS. */
  private static List<Port> ports(CoderValues values) {
    Port http = new Port("http", 80, "http");
    return values.at("/coder/tls/secretNames").isEmpty()
        ? List.of(http)
        : List.of(http, new Port("https", 443, "https"));
  }

  private static Map<String, String> annotations(JsonNode node) {
    Map<String, String> all = new HashMap<>();
    node.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
    return all;
  }

  private static Optional<String> text(CoderValues values, String pointer) {
    Value<String> text = CoderValues.known(values.at(pointer));
    return text.asOptional().filter(known -> !known.isEmpty());
  }
}
