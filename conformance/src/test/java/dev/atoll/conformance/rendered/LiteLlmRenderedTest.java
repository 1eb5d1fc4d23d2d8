package dev.atoll.conformance.rendered;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LiteLLM and the namespaces of workspaces as helm renders them from what was synthesized, judged
 * beside a few neighbours; and the same with one thing in the objects broken.
 */
class LiteLlmRenderedTest {

  private static final Path NEIGHBOURS =
      Path.of("src/test/resources/dev/atoll/conformance/rendered/neighbours.yaml");
  private static final Path WORKSPACE =
      Path.of("src/main/resources/dev/atoll/conformance/suite/workspace.yaml");

  private static final Topology DEMO = new CoderDemo().topology();

  private static final Topology INSIDE =
      Topology.named("inside")
          .domain("inside.example.com")
          .region(
              US_EAST_2,
              ohio ->
                  ohio.primary()
                      .cluster("inside-use2")
                      .vpc("10.0.0.0/16")
                      .liteLlm(llm -> llm.internalOnly().cache(cache -> cache.clusterMode())))
          .build();

  @TempDir static Path folder;
  private static Rendering rendering;
  private static String ohio;
  private static String oregon;
  private static String inside;

  /**
   * A thing in the objects that is replaced, and the rows that fail then.
   *
   * @param good a text in the objects
   * @param broken what stands there instead
   */
  private record Twin(String name, String good, String broken, List<String> rows) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Twin twin(String name, String good, String broken, String... rows) {
    return new Twin(name, good, broken, List.of(rows));
  }

  @BeforeAll
  static void render() throws IOException {
    rendering = new Rendering(folder);
    ohio = yaml(DEMO, US_EAST_2);
    oregon = yaml(DEMO, US_WEST_2);
    inside = yaml(INSIDE, US_EAST_2);
  }

  @AfterAll
  static void close() {
    rendering.close();
  }

  @Test
  void helmFindsNothingWrong() throws IOException {
    for (Topology topology : List.of(DEMO, INSIDE)) {
      for (HelmRelease release : releases(topology, US_EAST_2)) {
        assertThat(rendering.lint(release)).noneMatch(line -> line.contains("[ERROR]"));
      }
    }
  }

  @Test
  void onASubdomainEveryRowHolds() {
    assertThat(verdicts(demo(ohio)))
        .containsEntry("LLM-1", Verdict.PASS)
        .containsEntry("LLM-2", Verdict.PASS)
        .containsEntry("LLM-3", Verdict.PASS)
        .containsEntry("LLM-4", Verdict.PASS)
        .containsEntry("LLM-6", Verdict.PASS)
        .containsEntry("LLM-7", Verdict.PASS)
        .containsEntry("LLM-8", Verdict.PASS)
        .doesNotContainValue(Verdict.FAIL);
  }

  @Test
  void insideEveryRowHoldsThatSpeaksOfIt() {
    assertThat(verdicts(inside(inside)))
        .containsEntry("LLM-1", Verdict.NOT_APPLICABLE)
        .containsEntry("LLM-2", Verdict.PASS)
        .containsEntry("LLM-3", Verdict.PASS)
        .containsEntry("LLM-4", Verdict.PASS)
        .containsEntry("LLM-6", Verdict.PASS)
        .containsEntry("LLM-7", Verdict.PASS)
        .containsEntry("LLM-8", Verdict.PASS)
        .doesNotContainValue(Verdict.FAIL);
  }

  static Stream<Twin> onASubdomain() {
    return Stream.of(
        twin("no load balancer", "type: LoadBalancer", "type: ClusterIP", "LLM-1"),
        twin("no certificate", "balancer-ssl-cert:", "balancer-other:", "LLM-1"),
        twin("TLS on no port", "ssl-ports: \"443\"", "ssl-ports: \"8443\"", "LLM-1"),
        twin("three replicas", "replicas: 4", "replicas: 3", "LLM-2"),
        twin("half the CPU", "cpu: \"2\"", "cpu: \"1\"", "LLM-2"),
        twin("half the memory", "memory: 4Gi", "memory: 2Gi", "LLM-2"),
        twin("not LiteLLM at all", "image: ghcr.io/berriai/litellm:", "image: a/b:", "LLM-2"),
        twin("a host in plain sight", secret("database", "DATABASE_HOST"), plain(), "LLM-3"),
        twin("no cache", "- name: REDIS_HOST", "- name: OTHER", "LLM-3"),
        twin("the costly probe", "path: /health/readiness,", "path: /health,", "LLM-7"),
        twin("the wrong port", "containerPort: 4000", "containerPort: 4001", "LLM-7"),
        twin("no salt key", "- name: LITELLM_SALT_KEY", "- name: OTHER", "LLM-7"),
        twin(
            "one Secret for two keys",
            "name: litellm-salt-key,",
            "name: litellm-master-key,",
            "LLM-7"),
        twin("a key that comes late", "refreshInterval: 5m", "refreshInterval: 24h", "LLM-8"),
        twin("a key that never comes", "refreshInterval: 5m", "refreshInterval: 0s", "LLM-8"),
        twin("a key that stays", "refreshInterval: 5m", "refreshPolicy: CreatedOnce", "LLM-8"),
        twin("no key", "name: litellm-key", "name: other", "LLM-4"),
        twin(
            "the master key for workspaces",
            "key: \"coderdemo/litellm/workspace-key\"",
            "key: \"coderdemo/litellm/master-key\"",
            "LLM-4"));
  }

  private static String secret(String store, String key) {
    return "secretKeyRef: { name: litellm-%s, key: %s }".formatted(store, key);
  }

  private static String plain() {
    return "fieldRef: { fieldPath: status.hostIP }";
  }

  @ParameterizedTest
  @MethodSource("onASubdomain")
  void aBrokenObjectFailsItsRows(Twin twin) {
    assertThat(ohio).contains(twin.good());
    assertThat(failing(demo(ohio.replace(twin.good(), twin.broken()))))
        .containsExactlyElementsOf(twin.rows());
  }

  static Stream<Twin> inTheNeighbourhood() {
    return Stream.of(
        twin("a mount that never changes", "readOnly: true", "subPath: LITELLM_API_KEY", "LLM-8"),
        twin(
            "a variable that never changes",
            "image: codercom/enterprise-base:ubuntu",
            "image: codercom/enterprise-base:ubuntu\n"
                + "          env: [{name: OPENAI_API_KEY, valueFrom: {secretKeyRef:"
                + " {name: litellm-key, key: LITELLM_API_KEY}}}]",
            "LLM-8"),
        twin(
            "the master key in a workspace",
            "image: codercom/enterprise-base:ubuntu",
            "image: codercom/enterprise-base:ubuntu\n"
                + "          env: [{name: LITELLM_MASTER_KEY, value: \"sk-1\"}]",
            "LLM-4"));
  }

  @ParameterizedTest
  @MethodSource("inTheNeighbourhood")
  void aBrokenWorkspaceFailsItsRow(Twin twin) {
    assertThat(neighbours()).contains(twin.good());
    String broken = neighbours().replace(twin.good(), twin.broken());
    List<Fact> facts = new ArrayList<>(rendering.facts(ohio + "\n---\n" + broken, US_EAST_2));
    assertThat(failing(judged(DEMO, facts))).containsExactlyElementsOf(twin.rows());
  }

  static Stream<Twin> within() {
    return Stream.of(
        twin("a load balancer", "type: ClusterIP", "type: LoadBalancer", "LLM-1", "LLM-6"),
        twin("a port of the nodes", "type: ClusterIP", "type: NodePort", "LLM-6"),
        twin("no policy about it", "name: only-coder\n  namespace: litellm", "name: a", "LLM-6"),
        twin("everybody", "  ingress:\n", "  ingress: [{}]\n  other:\n", "LLM-6"),
        twin("Coder is not let in", "metadata.name: coder\n", "metadata.name: nobody\n", "LLM-6"),
        twin(
            "addresses",
            """
            - podSelector:
                        matchLabels:
                          app.kubernetes.io/name: key-rotation\
            """,
            "- ipBlock: { cidr: 10.0.0.0/8 }",
            "LLM-6"));
  }

  @ParameterizedTest
  @MethodSource("within")
  void aWayInFailsItsRow(Twin twin) {
    assertThat(inside).contains(twin.good());
    assertThat(failing(inside(inside.replace(twin.good(), twin.broken()))))
        .containsExactlyElementsOf(twin.rows());
  }

  @Test
  void aSecondWorkloadBehindTheSameServiceIsSeen() {
    List<Fact> facts = demo(ohio).everything().stream().toList();
    Workload liteLlm =
        facts.stream()
            .filter(Workload.class::isInstance)
            .map(Workload.class::cast)
            .filter(each -> each.object().inCluster().equals("litellm/litellm"))
            .findFirst()
            .orElseThrow();
    Workload other =
        new Workload(
            liteLlm.source(),
            new Ref("other"),
            liteLlm.kind(),
            new ObjectName(US_EAST_2, "litellm", "other"),
            1,
            1,
            liteLlm.labels(),
            "default",
            List.of(),
            List.of(),
            List.of(),
            liteLlm.grace());
    assertThat(failing(demo(ohio).and(List.of(other)))).containsExactly("LLM-1");
  }

  @Test
  void aSecretThatNothingFilledIsSeen() {
    Facts facts = demo(ohio).without(fact -> fact instanceof KubernetesSecret);
    assertThat(failing(facts)).containsExactly("LLM-4");
  }

  @Test
  void whatWasNotReadStaysOpen() {
    List<Fact> none = List.of();
    for (Class<? extends Fact> kind :
        List.of(Workload.class, Namespace.class, KubernetesService.class, NetworkPolicy.class)) {
      Facts facts = Facts.of(Origin.CLUSTER, none, List.of(new Gap(kind, "it was not read")));
      assertThat(verdicts(facts.intending(INSIDE.facts())).values()).doesNotContain(Verdict.PASS);
    }
    Facts gap = Facts.of(Origin.CLUSTER, none, List.of(new Gap(Workload.class, "not read")));
    assertThat(verdicts(gap))
        .containsEntry("LLM-1", Verdict.UNKNOWN)
        .containsEntry("LLM-3", Verdict.UNKNOWN)
        .containsEntry("LLM-7", Verdict.UNKNOWN)
        .containsEntry("LLM-8", Verdict.UNKNOWN);
  }

  @Test
  void whereThereIsNoLiteLlmNothingIsSaidOfIt() {
    Facts facts = Facts.of(Origin.CLUSTER, rendering.facts(neighbours(), US_EAST_2));
    assertThat(verdicts(facts))
        .containsEntry("LLM-1", Verdict.NOT_APPLICABLE)
        .containsEntry("LLM-2", Verdict.NOT_APPLICABLE)
        .containsEntry("LLM-6", Verdict.NOT_APPLICABLE)
        .containsEntry("LLM-7", Verdict.NOT_APPLICABLE);
  }

  private static Facts demo(String inOhio) {
    List<Fact> facts = new ArrayList<>();
    facts.addAll(rendering.facts(inOhio + "\n---\n" + neighbours(), US_EAST_2));
    facts.addAll(rendering.facts(oregon, US_WEST_2));
    return judged(DEMO, facts);
  }

  private static Facts inside(String objects) {
    return judged(INSIDE, rendering.facts(objects + "\n---\n" + neighbours(), US_EAST_2));
  }

  /** With the Secrets that the operator fills, and those of AWS that it reads. */
  private static Facts judged(Topology topology, List<Fact> facts) {
    List<Fact> all = new ArrayList<>(facts);
    for (Fact fact : facts) {
      if (fact instanceof CarriedSecret carried) {
        ObjectName object =
            new ObjectName(
                carried.object().region(), carried.object().namespace(), carried.target());
        all.add(
            new KubernetesSecret(
                carried.source(),
                new Ref("filled " + object),
                object,
                Map.of(),
                carried.from().keySet()));
      }
    }
    all.addAll(topology.facts().all(Secret.class).facts());
    return Facts.of(Origin.CLUSTER, all).intending(topology.facts());
  }

  private static Map<String, Verdict> verdicts(Facts facts) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (Practice practice : Catalogue.all()) {
      if (practice.about().id().startsWith("LLM-")) {
        verdicts.put(practice.about().id(), practice.judge(facts).verdict());
      }
    }
    return verdicts;
  }

  private static List<String> failing(Facts facts) {
    return verdicts(facts).entrySet().stream()
        .filter(entry -> entry.getValue() == Verdict.FAIL)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String yaml(Topology topology, Region region) throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (HelmRelease release : releases(topology, region)) {
      yaml.append(rendering.yaml(release)).append("\n---\n");
    }
    return yaml.toString();
  }

  /** Those of LiteLLM and of workspaces, in the order in which they are made. */
  private static List<HelmRelease> releases(Topology topology, Region region) {
    return Deployment.withLocalState(topology).parts().get(0).resources().stream()
        .filter(HelmRelease.class::isInstance)
        .map(HelmRelease.class::cast)
        .filter(release -> release.region().equals(region) && release.chart() instanceof Chart.Own)
        .filter(release -> release.name().matches(".*_(litellm.*|workspaces)"))
        .toList();
  }

  private static String neighbours() {
    try {
      return Files.readString(NEIGHBOURS) + "\n---\n" + Files.readString(WORKSPACE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
