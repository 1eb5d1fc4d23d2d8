package dev.atoll.practice.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.Asked;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Tried;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologyBuilder;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows fail, exactly, for which fault of a deployment that runs. */
class TrafficPracticesTest {

  private static final Source HERE = new Source(Origin.CLUSTER, "here");

  /** Those of the others that want traffic try the tool, not the deployment. */
  private static final List<String> ROWS =
      Catalogue.all().stream()
          .filter(practice -> practice.about().wanted().contains(EvidenceKind.TRAFFIC))
          .filter(practice -> practice instanceof Asked || practice instanceof Tried)
          .map(practice -> practice.about().id())
          .toList();

  /** They need a licensed proxy, or one that is refused. */
  private static final List<String> WITH_A_PROXY = List.of("PRX-4", "OPS-2");

  @Test
  void theRowsAreThose() {
    assertThat(ROWS)
        .containsExactlyInAnyOrder(
            "AUR-7", "NET-5", "NET-6", "CDR-1", "CDR-5", "CDR-6", "CDR-7", "CDR-10", "PRX-3",
            "PRX-4", "LB-2", "LB-3", "LB-5", "DNS-6", "DNS-7", "DNS-10", "LLM-5", "LLM-8", "SEC-7",
            "OPS-2");
  }

  @Test
  void aDeploymentWithoutFaultPasses() {
    Map<String, Judgement> judged = judged(twin(2, false, Fault.NONE));

    assertThat(rows(judged, Verdict.NOT_APPLICABLE))
        .containsExactlyInAnyOrderElementsOf(WITH_A_PROXY);
    assertThat(rows(judged, Verdict.PASS)).hasSize(ROWS.size() - WITH_A_PROXY.size());
    assertThat(judged.get("DNS-6").detail())
        .contains("us-east-1", "after 120 s", "150 s (30 s × 3 + TTL 60 s)");
    assertThat(judged.get("OPS-2").detail()).contains("no workspace proxy to choose");
  }

  @Test
  void withALicensedProxyItsRowsPass() {
    Map<String, Judgement> judged = judged(twin(2, true, Fault.NONE));

    assertThat(rows(judged, Verdict.NOT_APPLICABLE)).containsExactly("PRX-3");
    assertThat(rows(judged, Verdict.PASS)).hasSize(ROWS.size() - 1);
  }

  @Test
  void oneRegionHasNowhereToGo() {
    Map<String, Judgement> judged = judged(twin(1, false, Fault.NONE));

    assertThat(rows(judged, Verdict.NOT_APPLICABLE))
        .containsExactlyInAnyOrder("NET-5", "NET-6", "DNS-6", "PRX-4", "OPS-2");
    assertThat(rows(judged, Verdict.FAIL)).isEmpty();
    assertThat(rows(judged, Verdict.UNKNOWN)).isEmpty();
  }

  @Test
  void thirtyThreeRegionsPassLikeTwo() {
    assertThat(rows(judged(twin(33, false, Fault.NONE)), Verdict.PASS))
        .hasSize(ROWS.size() - WITH_A_PROXY.size());
  }

  @ParameterizedTest
  @CsvSource({
    "REDIRECTS, CDR-1",
    "DASHBOARD_FOR_RELAY, CDR-5",
    "RELAY_FAILS, CDR-5",
    "OWN_DEPLOYMENTS, CDR-6",
    "EVERY_REGION_SHOWN, CDR-6",
    "ONE_REGION_SILENT, LB-2",
    "ALL_SILENT, LB-2",
    "DEAD_TARGET_KEPT, CDR-7",
    "DEAD_REGION_KEPT, DNS-6",
    "FAILS_CLOSED, DNS-6",
    "REGIONAL_NAMES_ARE_SERVED, CDR-10",
    "OTHER_REFUSAL, PRX-3",
    "NAME_NOT_COVERED, LB-2",
    "WRONG_PORT_BEHIND, LB-2",
    "ADDRESS_REPLACED, LB-3 SEC-7",
    "KEEP_ALIVES_IGNORED, LB-5",
    "FARTHEST_FIRST, DNS-7",
    "NO_RECORD_OF_THE_ACCESS_URL, DNS-7",
    "LITELLM_UNDER_THE_WILDCARD, DNS-10",
    "LITELLM_IS_A_PAGE, DNS-10",
    "DELETES_FIRST, LLM-5 LLM-8",
    "NEVER_DELETES, LLM-5",
    "ROTATION_FAILS, LLM-5",
    "KEY_NEVER_CHANGES, LLM-5 LLM-8",
    "ANOTHER_DATABASE, AUR-7",
    "HEALTHZ_ASKS_THE_DATABASE, AUR-7",
    "MESH_TIMES_OUT, NET-5",
    "RULES_DO_NOT_MATTER, NET-5",
    "PROBE_TOO_FAST, NET-6",
    "PROBE_SEES_NO_DELAY, NET-6"
  })
  void eachFaultFailsExactly(Fault fault, String failing) {
    assertThat(rows(judged(twin(2, false, fault)), Verdict.FAIL))
        .containsExactlyInAnyOrder(failing.split(" "));
  }

  /** Without a wildcard for apps a regional name is one like any other. */
  @ParameterizedTest
  @CsvSource({"NONE, ''", "COOKIE_FOR_THE_DOMAIN, CDR-10", "NO_SESSION_AT_REGIONAL_NAMES, CDR-10"})
  void whereThereAreNoAppsSessionsWorkAtRegionalNames(Fault fault, String failing) {
    Facts facts = withoutApps(facts(2, false));
    Map<String, Judgement> judged = judged(new ScriptedTwin(facts, regions(2), false, fault));

    assertThat(String.join(" ", rows(judged, Verdict.FAIL))).isEqualTo(failing);
    assertThat(judged.get("CDR-10").detail())
        .contains(failing.isEmpty() ? "sessions work at" : "us-east");
  }

  private static Facts withoutApps(Facts facts) {
    return Facts.of(
        facts.origin(),
        facts.everything().stream()
            .map(
                fact ->
                    fact instanceof CoderUrl url && url.server() == CoderUrl.Server.CODER
                        ? new CoderUrl(
                            url.source(),
                            url.ref(),
                            url.server(),
                            url.region(),
                            url.access(),
                            Value.known(Optional.empty()))
                        : fact)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"PROXY_UNHEALTHY, PRX-4", "PROXY_MISSING, PRX-4 OPS-2", "PROXY_IS_NOT_THERE, OPS-2"})
  void eachFaultOfAProxyFailsExactly(Fault fault, String failing) {
    assertThat(rows(judged(twin(2, true, fault)), Verdict.FAIL))
        .containsExactlyInAnyOrder(failing.split(" "));
  }

  @Test
  void whatProvesNothingStaysOpen() {
    assertThat(rows(judged(twin(2, false, Fault.NO_IDLE_LIMIT)), Verdict.UNKNOWN))
        .containsExactly("LB-5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REDIRECTS", "NAME_NOT_COVERED", "NO_RECORD_OF_THE_ACCESS_URL"})
  void aRowThatIsKeptFromLookingDoesNotPass(Fault fault) {
    Map<String, Judgement> judged = judged(twin(2, false, fault));

    assertThat(judged.get("CDR-1").verdict()).isNotEqualTo(Verdict.PASS);
  }

  @Test
  void nothingToLookAtIsNoPass() {
    Facts none = Facts.of(Origin.CLUSTER, List.of());
    ScriptedTwin twin = new ScriptedTwin(none, regions(2), false, Fault.NONE);
    Map<String, Judgement> judged = judged(twin);

    assertThat(rows(judged, Verdict.PASS)).isSubsetOf("NET-5", "NET-6");
    assertThat(rows(judged, Verdict.FAIL)).isEmpty();
  }

  private static Map<String, Judgement> judged(Twin twin) {
    Map<String, Judgement> judged = new LinkedHashMap<>();
    for (String id : ROWS) {
      Practice practice = Catalogue.find(id).orElseThrow();
      if (practice instanceof Asked asked) {
        judged.merge(id, asked.ask(twin, twin.facts()), TrafficPracticesTest::worse);
      }
      if (practice instanceof Tried tried) {
        judged.merge(id, tried.attempt(twin), TrafficPracticesTest::worse);
      }
    }
    return judged;
  }

  private static Judgement worse(Judgement one, Judgement other) {
    return one.verdict().worse(other.verdict()) == one.verdict() ? one : other;
  }

  private static List<String> rows(Map<String, Judgement> judged, Verdict verdict) {
    return new TreeMap<>(judged)
        .entrySet().stream()
            .filter(entry -> entry.getValue().verdict() == verdict)
            .map(Map.Entry::getKey)
            .toList();
  }

  private static List<Region> regions(int count) {
    return Region.all().subList(0, count);
  }

  private static ScriptedTwin twin(int count, boolean licensed, Fault fault) {
    return new ScriptedTwin(facts(count, licensed), regions(count), licensed, fault);
  }

  private static Facts facts(int count, boolean licensed) {
    TopologyBuilder builder =
        Topology.named("scripted")
            .domain(ScriptedTwin.DOMAIN)
            .coder(coder -> coder.version("2.27.1").licensed());
    for (Region region : regions(count)) {
      int number = regions(count).indexOf(region);
      builder.region(
          region,
          described -> {
            described.vpc("10.%d.0.0/16".formatted(number));
            if (number == 0) {
              described.primary().liteLlm(llm -> llm.subdomain("llm"));
            }
            if (number == 1 && licensed) {
              described.workspaceProxy(proxy -> proxy.displayName("Oregon"));
            }
          });
    }
    Facts facts =
        (count > 1 ? builder.fullMesh() : builder)
            .quota(Quota.Of.ELASTIC_IPS, 10)
            .dns(dns -> dns.latencyRouting().regionalSubdomains())
            .build()
            .facts();
    List<Fact> workloads = new ArrayList<>();
    regions(count).forEach(region -> workloads.add(coder(region)));
    workloads.add(rotation());
    return facts.and(workloads);
  }

  private static Workload coder(Region region) {
    return workload(
        Workload.Kind.DEPLOYMENT,
        new ObjectName(region, "coder", "coder"),
        2,
        "ghcr.io/coder/coder:v2.27.1",
        List.of());
  }

  private static Workload rotation() {
    return workload(
        Workload.Kind.CRON_JOB,
        new ObjectName(Region.US_EAST_1, "litellm", "key-rotation"),
        1,
        "python:3",
        List.of(
            "rotate.py",
            "--rotate-after=" + ScriptedKeys.AFTER.toSeconds(),
            "--overlap=" + ScriptedKeys.OVERLAP.toSeconds()));
  }

  private static Workload workload(
      Workload.Kind kind, ObjectName object, int replicas, String image, List<String> command) {
    Amounts nothing = new Amounts(Optional.empty(), Optional.empty());
    Container container =
        new Container(
            object.name(),
            image,
            command,
            List.of(),
            List.of(),
            nothing,
            nothing,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Workload(
        HERE,
        new Ref(object.toString()),
        kind,
        object,
        replicas,
        replicas,
        Map.of(),
        "default",
        List.of(container),
        List.of(),
        List.of(),
        Duration.ofSeconds(30));
  }
}
