package dev.atoll.conformance.cluster;

import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.secret.Secret;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.HelmShim;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.proxy.OrderOfAProxy;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.HelmRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PRX-5 over what the documents' proxy is in a cluster, with what controllers would add; and the
 * same with a wrong value in one of its releases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedProxyTest {

  private static final Source HERE = new Source(Origin.CLUSTER, "here");
  private static final String PODS = "us_west_2_coder_proxy";
  private static final String ENTRANCE = "us_west_2_coder_proxy_entrance";

  private final Map<String, RenderedRelease> releases = new LinkedHashMap<>();
  private Helm helm;

  @BeforeAll
  void render(@TempDir Path folder) {
    helm = Helm.of("", line -> {});
    Path published = HelmShim.write(folder.resolve("shim"), line -> {}).chart("coder").getParent();
    Deployment.withLocalState(new CoderDemo().topology()).proxyRoots(true).stream()
        .flatMap(root -> root.resources().stream())
        .filter(HelmRelease.class::isInstance)
        .map(HelmRelease.class::cast)
        .forEach(
            release ->
                releases.put(release.name(), RenderedRelease.of(release, folder, published)));
  }

  @AfterAll
  void close() {
    helm.close();
  }

  @Test
  void asDescribedItPasses() {
    assertThat(releases).hasSize(3);
    assertThat(verdict(releases)).isEqualTo(Verdict.PASS);
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        Arguments.of("no token", PODS, value(List.of(), "coder", "env")),
        Arguments.of("nothing is carried", ENTRANCE, value(List.of(), "carried")),
        Arguments.of("nobody behind it", ENTRANCE, value(Map.of("app", "x"), "selector")),
        Arguments.of("no pods", PODS, value(0, "coder", "replicaCount")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void aWrongValueFails(String name, String release, UnaryOperator<RenderedRelease> change) {
    Map<String, RenderedRelease> broken = new LinkedHashMap<>(releases);
    broken.computeIfPresent(release, (key, before) -> change.apply(before));

    assertThat(verdict(broken)).as(name).isEqualTo(Verdict.FAIL);
  }

  private static UnaryOperator<RenderedRelease> value(Object value, String... path) {
    return release -> release.with(value, path);
  }

  private Verdict verdict(Map<String, RenderedRelease> rendered) {
    List<Fact> facts = new ArrayList<>();
    rendered.values().forEach(release -> facts.addAll(release.facts(helm)));
    List<Fact> all = new ArrayList<>();
    facts.forEach(fact -> all.addAll(acted(fact)));
    return new OrderOfAProxy().judge(Facts.of(Origin.CLUSTER, all)).verdict();
  }

  /** What a controller makes of it. */
  private static List<Fact> acted(Fact fact) {
    if (fact instanceof Workload pods) {
      return List.of(ready(pods));
    }
    if (fact instanceof CarriedSecret carried) {
      return List.of(carried, filled(carried), stored(carried));
    }
    return fact instanceof KubernetesService service ? balanced(service) : List.of(fact);
  }

  private static Workload ready(Workload pods) {
    return new Workload(
        pods.source(),
        pods.ref(),
        pods.kind(),
        pods.object(),
        pods.replicas(),
        pods.replicas(),
        pods.labels(),
        pods.serviceAccount(),
        pods.containers(),
        pods.volumes(),
        pods.spread(),
        pods.grace());
  }

  private static KubernetesSecret filled(CarriedSecret carried) {
    ObjectName object = new ObjectName(US_WEST_2, carried.object().namespace(), carried.target());
    return new KubernetesSecret(HERE, new Ref("filled"), object, Map.of(), carried.from().keySet());
  }

  private static Secret stored(CarriedSecret carried) {
    return new Secret(
        HERE,
        new Ref("stored"),
        Value.known(carried.from().values().iterator().next()),
        Value.known(US_WEST_2),
        Value.known(US_WEST_2));
  }

  private static List<Fact> balanced(KubernetesService service) {
    Ref balancer = new Ref("balancer");
    Ref arn =
        new Ref(service.annotations().get("service.beta.kubernetes.io/aws-load-balancer-ssl-cert"));
    return List.of(
        service,
        new LoadBalancer(
            HERE,
            balancer,
            US_WEST_2,
            "network",
            "internet-facing",
            "lb.example.com",
            List.of(),
            Set.of(),
            Map.of(),
            Map.of("service.k8s.aws/stack", service.object().inCluster())),
        new Listener(
            HERE, new Ref("listener"), balancer, 443, "TLS", List.of(arn), Optional.empty()),
        new Certificate(
            HERE,
            arn,
            Value.known(US_WEST_2),
            Value.known(Set.of()),
            Value.known(Certificate.Status.ISSUED),
            Value.known(Certificate.Validation.DNS),
            Value.known(Set.of())));
  }
}
