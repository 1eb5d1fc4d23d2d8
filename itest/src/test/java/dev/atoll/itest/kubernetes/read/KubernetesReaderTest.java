package dev.atoll.itest.kubernetes.read;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.DisruptionBudget;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.PodField;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.ResourceQuota;
import dev.atoll.facts.kubernetes.ServiceAccount;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.kubernetes.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real API holds is read as facts, and a change of an object changes its fact alone. */
class KubernetesReaderTest {

  private static ApiServer cluster;

  @BeforeAll
  static void start() {
    cluster = ApiServer.start(line -> {});
    objects().forEach(object -> cluster.client().resource(object).create());
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  private static List<HasMetadata> objects() {
    InputStream yaml = KubernetesReaderTest.class.getResourceAsStream("objects.yaml");
    KubernetesClient client = cluster.client();
    return client.load(yaml).items();
  }

  private static List<Fact> read() {
    return KubernetesReader.read(cluster.client(), US_EAST_2, Origin.CLUSTER);
  }

  private static <F extends Fact> F one(Class<F> kind, String name) {
    return read().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(fact -> fact.ref().key().endsWith("/" + name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeployment() {
    Workload workload = one(Workload.class, "coder/coder");
    assertThat(workload.ref()).isEqualTo(new Ref("us-east-2/Deployment/coder/coder"));
    assertThat(workload.source()).hasToString("Deployment coder/coder in us-east-2");
    assertThat(workload.object()).isEqualTo(new ObjectName(US_EAST_2, "coder", "coder"));
    assertThat(workload.replicas()).isEqualTo(2);
    assertThat(workload.ready()).isZero();
    assertThat(workload.labels()).containsExactly(Map.entry("app", "coder"));
    assertThat(workload.serviceAccount()).isEqualTo("coder");
    assertThat(workload.grace()).isEqualTo(Duration.ofMinutes(1));
    assertThat(workload.spread())
        .containsExactly(
            new Workload.Spread("topology.kubernetes.io/zone", true),
            new Workload.Spread("kubernetes.io/hostname", false));
    assertThat(workload.volumes())
        .containsExactly(
            new Workload.Volume("tls", Optional.of("tls")),
            new Workload.Volume("scratch", Optional.empty()));
  }

  @Test
  void itsContainer() {
    Container container = one(Workload.class, "coder/coder").container("coder").orElseThrow();
    assertThat(container.image()).isEqualTo("example.com/coder:v1");
    assertThat(container.command()).containsExactly("/opt/coder", "server");
    assertThat(container.ports()).containsExactly(new Container.Port("http", 8080));
    assertThat(container.environment())
        .extracting(variable -> (Object) variable.from())
        .containsExactly(
            new Literal("https://example.com"),
            new SecretKey("database", "url"),
            new PodField("status.podIP"));
    assertThat(container.requests())
        .isEqualTo(new Container.Amounts(Optional.of(500L), Optional.of(2L << 30)));
    assertThat(container.limits())
        .isEqualTo(new Container.Amounts(Optional.of(2000L), Optional.empty()));
    assertThat(container.readiness())
        .contains(
            new Container.Probe(
                Optional.of("/healthz"), "http", Duration.ofSeconds(5), Duration.ofSeconds(1), 3));
    assertThat(container.liveness()).isEmpty();
    assertThat(container.preStop()).containsExactly("sleep", "5");
    assertThat(container.mounts())
        .containsExactly(new Container.Mount("tls", "/tls/key.pem", Optional.of("key.pem")));
  }

  @Test
  void aService() {
    KubernetesService service = one(KubernetesService.class, "coder/coder");
    assertThat(service.type()).isEqualTo("LoadBalancer");
    assertThat(service.loadBalancerClass()).contains("example.com/nlb");
    assertThat(service.annotations()).containsEntry("example.com/scheme", "internet-facing");
    assertThat(service.ports())
        .containsExactly(
            new KubernetesService.Port("https", 443, "8080"),
            new KubernetesService.Port("metrics", 2112, "prometheus"));
    assertThat(service.externalTrafficPolicy()).contains("Local");
    assertThat(service.hostname()).isEmpty();
    assertThat(service.selects(one(Workload.class, "coder/coder"))).isTrue();
  }

  @Test
  void aNetworkPolicy() {
    NetworkPolicy policy = one(NetworkPolicy.class, "coder/coder");
    NetworkPolicy.Selector edge =
        new NetworkPolicy.Selector(
            Map.of(), List.of(new NetworkPolicy.Expression("tier", "In", List.of("edge"))));
    assertThat(policy.pods().labels()).containsExactly(Map.entry("app", "coder"));
    assertThat(policy.egress()).contains(List.of());
    assertThat(policy.ingress())
        .contains(
            List.of(
                new NetworkPolicy.Rule(
                    List.of(
                        new NetworkPolicy.Addresses(
                            Cidr.parse("10.0.0.0/8"), List.of(Cidr.parse("10.9.0.0/16"))),
                        new NetworkPolicy.Pods(Optional.of(edge), Optional.empty())),
                    List.of(
                        new NetworkPolicy.Port(
                            "TCP", Optional.of(new PortRange(8080, 8090)), Optional.empty()),
                        new NetworkPolicy.Port("UDP", Optional.empty(), Optional.of("dns"))))));
  }

  @Test
  void theSmallOnes() {
    assertThat(one(Namespace.class, "Namespace/coder").labels()).containsEntry("team", "platform");
    assertThat(one(ServiceAccount.class, "coder/coder").role())
        .contains("arn:aws:iam::111122223333:role/coder");
    assertThat(one(ResourceQuota.class, "coder/workspaces").hard())
        .isEqualTo(Map.of("requests.cpu", "200", "limits.memory", "1Ti"));
    DisruptionBudget budget = one(DisruptionBudget.class, "coder/coder");
    assertThat(budget.maxUnavailable()).contains("25%");
    assertThat(budget.minAvailable()).isEmpty();
    assertThat(budget.selector()).containsExactly(Map.entry("app", "coder"));
  }

  @Test
  void ofASecretOnlyTheKeys() {
    KubernetesSecret secret = one(KubernetesSecret.class, "coder/database");
    assertThat(secret.keys()).containsExactly("url");
    assertThat(secret.labels()).containsEntry("rotates", "yes");
    assertThat(read().toString()).doesNotContain("never-to-be-read", "cG9zdGdyZXM");
  }

  @Test
  void aRenderedObjectIsTheSameFactButForItsOrigin() {
    Set<String> rendered = keys(KubernetesReader.of(objects(), US_EAST_2, Origin.CONFIGURATION));
    assertThat(rendered).hasSize(objects().size());
    assertThat(keys(read())).containsAll(rendered);
  }

  private static Set<String> keys(List<Fact> facts) {
    return facts.stream().map(fact -> fact.ref().key()).collect(Collectors.toSet());
  }

  /** The first column is the kind, the second the name, the third a JSON merge patch. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Deployment | coder | {"spec": {"replicas": 5}}
          Deployment | coder | {"spec": {"template": {"spec": {"serviceAccountName": "other"}}}}
          Deployment | coder | {"spec": {"template": {"spec": {"topologySpreadConstraints": []}}}}
          Deployment | coder | {"spec": {"template": {"spec": {"affinity": null}}}}
          Deployment | coder | {"spec": {"template": {"spec": {"terminationGracePeriodSeconds": 1}}}}
          Deployment | coder | {"spec": {"template": {"spec": {"containers": [{"name": "c", "image": "i"}]}}}}
          Service | coder | {"spec": {"externalTrafficPolicy": "Cluster"}}
          Service | coder | {"spec": {"selector": {"app": "other"}}}
          Service | coder | {"spec": {"ports": [{"name": "https", "port": 443, "targetPort": 8443}]}}
          Service | coder | {"metadata": {"annotations": {"example.com/scheme": "internal"}}}
          ServiceAccount | coder | {"metadata": {"annotations": {"eks.amazonaws.com/role-arn": null}}}
          NetworkPolicy | coder | {"spec": {"policyTypes": ["Ingress"]}}
          NetworkPolicy | coder | {"spec": {"ingress": [{}]}}
          NetworkPolicy | coder | {"spec": {"podSelector": {"matchLabels": {"app": "other"}}}}
          PodDisruptionBudget | coder | {"spec": {"maxUnavailable": 1}}
          PodDisruptionBudget | coder | {"spec": {"maxUnavailable": null, "minAvailable": 1}}
          ResourceQuota | workspaces | {"spec": {"hard": {"requests.cpu": "400"}}}
          Secret | database | {"data": {"url": null, "password": "cA=="}}
          Namespace | coder | {"metadata": {"labels": {"team": "other"}}}
          """)
  void aChangedObjectIsAnotherFactAndNothingElseIs(String kind, String name, String patch) {
    Map<Ref, Fact> before = byRef(read());
    HasMetadata object =
        objects().stream()
            .filter(each -> each.getKind().equals(kind))
            .filter(each -> each.getMetadata().getName().equals(name))
            .findFirst()
            .orElseThrow();
    cluster.client().resource(object).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    try {
      Map<Ref, Fact> after = byRef(read());
      Set<Ref> changed = new HashSet<>(after.keySet());
      changed.removeIf(ref -> after.get(ref).equals(before.get(ref)));
      assertThat(changed).extracting(Ref::key).containsExactly(keyOf(kind, name));
    } finally {
      restore(object);
    }
  }

  // A namespace cannot be made anew: nobody ends one here.
  private static void restore(HasMetadata object) {
    if (object.getKind().equals("Namespace")) {
      cluster.client().resource(object).forceConflicts().serverSideApply();
    } else {
      cluster.client().resource(object).delete();
      cluster.client().resource(object).create();
    }
  }

  private static String keyOf(String kind, String name) {
    return "us-east-2/" + kind + (kind.equals("Namespace") ? "/" : "/coder/") + name;
  }

  private static Map<Ref, Fact> byRef(List<Fact> facts) {
    Map<Ref, Fact> byRef = new HashMap<>();
    facts.forEach(fact -> byRef.put(fact.ref(), fact));
    return byRef;
  }
}
