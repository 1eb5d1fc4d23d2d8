package dev.atoll.conformance.read.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.KubernetesService.Port;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Service and the Deployment that Coder's chart makes of the values that a release gives it,
 * for estates whose charts nobody renders. Of a release of which something decisive is not known
 * there may be objects that nobody sees.
 *
 * @see <a
 *     href="https://github.com/coder/coder/blob/v2.27.1/helm/libcoder/templates/_helpers.tpl">the
 *     chart's template of the Service</a>
 */
public final class CoderChart {

  private static final Pattern CHART =
      Pattern.compile("(.*/)?coder(/|(_helm_|-)v?\\d[\\w.+-]*\\.tgz)?(\\?.*)?");

  private static final Pattern NAMED = Pattern.compile("(?i)(?<![a-z])coder(?![a-z])");

  /** What the chart makes. */
  private static final List<Class<? extends Fact>> MADE =
      List.of(KubernetesService.class, Workload.class);

  /** What a release of it says by itself. */
  private static final List<Class<? extends Fact>> SAID =
      List.of(CoderPackage.class, CoderServer.class, ProxyServer.class);

  /** What a template looks into: where one of them is not known, anything may be in it. */
  private static final List<String> DECISIVE =
      List.of("/coder/service/enable", "/coder/service/annotations", "/coder/tls/secretNames");

  private CoderChart() {}

  /** The objects of all releases of the chart. */
  public static List<Fact> objects(Facts facts) {
    return releases(facts)
        .flatMap(release -> objects(release).asOptional().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** Why there may be more of Coder than {@link #objects(Facts)} and the facts say. */
  public static List<Gap> gaps(Facts facts) {
    Stream<Gap> made =
        releases(facts)
            .flatMap(
                release ->
                    objects(release).<Stream<String>>fold(known -> Stream.empty(), Stream::of))
            .flatMap(why -> gaps(why, MADE));
    Stream<Gap> perhaps =
        facts.all(HelmRelease.class).stream()
            .filter(CoderChart::mayBeCoder)
            .map(release -> "whether the chart of %s is Coder's".formatted(release.ref()))
            .flatMap(why -> Stream.concat(gaps(why, MADE), gaps(why, SAID)));
    return Stream.concat(made, perhaps).toList();
  }

  private static Stream<Gap> gaps(String why, List<Class<? extends Fact>> kinds) {
    return kinds.stream().map(kind -> new Gap(kind, why));
  }

  /** Nobody knows its chart, and yet it names Coder. */
  private static boolean mayBeCoder(HelmRelease release) {
    boolean open = release.chart().asOptional().isEmpty();
    return open && NAMED.matcher(release.toString()).find();
  }

  private static Stream<HelmRelease> releases(Facts facts) {
    return facts.all(HelmRelease.class).stream()
        .filter(release -> release.chart().is(CoderChart::isCoder).isYes());
  }

  private static Value<List<Fact>> objects(HelmRelease release) {
    return name(release)
        .flatMap(name -> CoderValues.of(release).flatMap(values -> made(release, values, name)));
  }

  private static Value<List<Fact>> made(HelmRelease release, CoderValues values, ObjectName name) {
    Optional<String> open =
        values
            .openVariables()
            .or(() -> DECISIVE.stream().flatMap(at -> values.open(at).stream()).findFirst());
    if (open.isPresent()) {
      return Value.unknown(
          "what %s makes depends on %s in its values".formatted(release.ref(), open.get()));
    }
    List<Fact> objects = new ArrayList<>();
    objects.add(CoderDeployment.of(release, values, name));
    if (values.at("/coder/service/enable").asBoolean(true)) {
      objects.add(service(release, values, name));
    }
    return Value.known(objects);
  }

  private static Value<ObjectName> name(HelmRelease release) {
    return release
        .region()
        .flatMap(
            region ->
                release.namespace().map(namespace -> new ObjectName(region, namespace, "coder")));
  }

  /** By what the Service finds the pods. */
  static Map<String, String> labels(HelmRelease release) {
    return Map.of(
        "app.kubernetes.io/name",
        "coder",
        "app.kubernetes.io/instance",
        release.release().asOptional().orElse("coder"));
  }

  /** By its name in a repository, by its folder, or as an archive wherever that lies. */
  static boolean isCoder(String chart) {
    return CHART.matcher(chart).matches();
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
