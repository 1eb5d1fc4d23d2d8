package dev.atoll.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.secret.Secret;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.HelmShim;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * What the documents' Coder servers are in a cluster, and which rows fail when a value is wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedCoderTest {

  private static final List<String> ROWS =
      List.of(
          "AUR-4", "CDR-1", "CDR-2", "CDR-3", "CDR-4", "CDR-6", "PRX-2", "PRX-6", "LB-1", "LB-2",
          "LB-3", "LB-8");

  private static final String SERVERS = "us_west_2_coder";
  private static final String ENTRANCE = "us_west_2_coder_entrance";
  private static final String NAMESPACE = "us_west_2_coder_namespace";

  private final Topology topology = new CoderDemo().topology();
  private final Map<String, RenderedRelease> releases = new LinkedHashMap<>();
  private final Map<String, List<Fact>> rendered = new LinkedHashMap<>();
  private Helm helm;
  private Path standIn;

  @BeforeAll
  void render(@TempDir Path folder) {
    helm = Helm.of("", line -> {});
    HelmShim shim = HelmShim.write(folder.resolve("shim"), line -> {});
    standIn = shim.chart("coder");
    Deployment.withLocalState(topology).parts().stream()
        .flatMap(root -> root.resources().stream())
        .filter(HelmRelease.class::isInstance)
        .map(HelmRelease.class::cast)
        .filter(release -> release.name().matches("us_(east|west)_2_coder(_entrance|_namespace)?"))
        .forEach(
            release ->
                releases.put(
                    release.name(), RenderedRelease.of(release, folder, standIn.getParent())));
    releases.forEach((name, release) -> rendered.put(name, release.facts(helm)));
  }

  @AfterAll
  void close() {
    helm.close();
  }

  @Test
  void asDescribedItPasses() {
    assertThat(releases).hasSize(6);
    assertThat(verdicts(facts(rendered)))
        .allSatisfy((row, verdict) -> assertThat(verdict).as(row).isEqualTo(Verdict.PASS));
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        broken("redirects", SERVERS, variable("CODER_REDIRECT_TO_ACCESS_URL", "true"), "CDR-1"),
        broken("TLS in Coder", SERVERS, variable("CODER_TLS_ENABLE", "1"), "CDR-2"),
        broken("a plain cookie", SERVERS, variable("CODER_SECURE_AUTH_COOKIE", null), "CDR-3"),
        broken("no DERP", SERVERS, variable("CODER_DERP_SERVER_ENABLE", "false"), "CDR-4"),
        broken("DERP not said", SERVERS, variable("CODER_DERP_SERVER_ENABLE", null), "CDR-4"),
        broken(
            "a second relay URL",
            SERVERS,
            variable("CODER_DERP_SERVER_RELAY_URL", "http://$(KUBE_POD_IP):8080"),
            "CDR-4"),
        broken("no database", SERVERS, variable("CODER_PG_CONNECTION_URL", null), "AUR-4", "CDR-6"),
        broken(
            "a database of its own",
            SERVERS,
            variable("CODER_PG_CONNECTION_URL", "postgres://coder@elsewhere:5432/coder"),
            "AUR-4",
            "CDR-6"),
        broken(
            "the reader endpoint, and another database",
            SERVERS,
            variable(
                "CODER_PG_CONNECTION_URL",
                "postgres://coder@a.cluster-ro-b.us-east-2.rds.amazonaws.com:5432/coder"),
            "AUR-4",
            "CDR-6"),
        broken(
            "another secret",
            ENTRANCE,
            release ->
                release.with(
                    List.of(
                        Map.of(
                            "name",
                            "coder-database",
                            "from",
                            "other/coder/database",
                            "keys",
                            List.of("CODER_PG_CONNECTION_URL"))),
                    "carried"),
            "AUR-4",
            "CDR-6"),
        broken(
            "a proxy where servers belong",
            SERVERS,
            release -> release.with(true, "coder", "workspaceProxy"),
            "CDR-6",
            "PRX-2",
            "PRX-6"),
        broken(
            "the chart's own Service",
            SERVERS,
            release -> release.with(true, "coder", "service", "enable"),
            "LB-1",
            "LB-2",
            "LB-3",
            "LB-8"),
        broken("no pre-stop", SERVERS, value(Map.of(), "coder", "lifecycle"), "LB-8"),
        broken("no readiness gate", NAMESPACE, value(Map.of(), "labels"), "LB-8"),
        broken("the type nlb", ENTRANCE, annotation("type", "nlb"), "LB-1"),
        broken("an internal one", ENTRANCE, annotation("scheme", null), "LB-1", "LB-3"),
        broken("an unknown scheme", ENTRANCE, annotation("scheme", "public"), "LB-1"),
        broken("no certificate", ENTRANCE, annotation("ssl-cert", null), "LB-1"),
        broken(
            "another Region's certificate",
            ENTRANCE,
            annotation("ssl-cert", "arn:aws:acm:us-east-2:111122223333:certificate/a"),
            "LB-1"),
        broken("TLS at another port", ENTRANCE, annotation("ssl-ports", "8443"), "LB-1"),
        broken("the https port", ENTRANCE, value("https", "targetPort"), "LB-2"),
        broken("nobody behind it", ENTRANCE, value(Map.of("app", "x"), "selector"), "LB-2"),
        broken("TLS to Coder", ENTRANCE, annotation("backend-protocol", "ssl"), "LB-2"),
        broken("a header before requests", ENTRANCE, annotation("proxy-protocol", "*"), "LB-2"),
        broken(
            "addresses not preserved",
            ENTRANCE,
            annotation("target-group-attributes", "deregistration_delay.timeout_seconds=30"),
            "LB-3"),
        broken(
            "instances behind any node",
            ENTRANCE,
            annotation("nlb-target-type", "instance"),
            "LB-3"),
        broken("no security groups", ENTRANCE, annotation("disable-nlb-sg", "true"), "LB-3"),
        broken(
            "a long deregistration",
            ENTRANCE,
            annotation("target-group-attributes", "preserve_client_ip.enabled=true"),
            "LB-8"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void aWrongValueFailsExactlyItsRows(
      String name, String release, UnaryOperator<RenderedRelease> change, List<String> expected) {
    Map<String, List<Fact>> broken = new LinkedHashMap<>(rendered);
    broken.put(release, change.apply(releases.get(release)).facts(helm));

    Set<String> failed = new TreeSet<>();
    verdicts(facts(broken))
        .forEach(
            (row, verdict) -> {
              if (verdict == Verdict.FAIL) {
                failed.add(row);
              }
            });

    assertThat(failed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyValueOfTheListHasAnEffect() throws IOException {
    RenderedRelease servers = releases.get(SERVERS);
    String yaml = servers.yaml(helm);
    for (String key : Files.readAllLines(standIn.resolve("keys.txt"))) {
      if (!key.startsWith("#")) {
        String[] path = key.replace(".*", "").split("\\.");
        assertThat(servers.with(other(servers, path), path).yaml(helm)).as(key).isNotEqualTo(yaml);
      }
    }
  }

  /** Something of the same kind. */
  private static Object other(RenderedRelease release, String... path) {
    Object value = release.release().values();
    for (String step : path) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    if (value instanceof Boolean flag) {
      return !flag;
    }
    if (value instanceof Number number) {
      return number.intValue() + 1;
    }
    // What we do not set is a switch.
    return value == null
        ? !path[path.length - 1].equals("workspacePerms")
        : value instanceof List<?> ? List.of() : value instanceof Map<?, ?> ? Map.of() : "other";
  }

  @Test
  void aRegionWithoutServersFails() {
    Map<String, List<Fact>> without = new LinkedHashMap<>(rendered);
    without.remove(SERVERS);

    assertThat(verdicts(facts(without))).containsEntry("CDR-6", Verdict.FAIL);
  }

  private Facts facts(Map<String, List<Fact>> rendered) {
    List<Fact> all = new ArrayList<>();
    rendered.values().forEach(all::addAll);
    all.addAll(topology.facts().all(Secret.class).facts());
    return Facts.of(Origin.CLUSTER, all).intending(topology.facts());
  }

  private static Map<String, Verdict> verdicts(Facts facts) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String row : ROWS) {
      Practice practice = Catalogue.find(row).orElseThrow();
      verdicts.put(row, practice.judge(facts).verdict());
    }
    return verdicts;
  }

  private static Arguments broken(
      String name, String release, UnaryOperator<RenderedRelease> change, String... rows) {
    return Arguments.of(name, release, change, List.of(rows));
  }

  private static UnaryOperator<RenderedRelease> value(Object value, String... path) {
    return release -> release.with(value, path);
  }

  private static UnaryOperator<RenderedRelease> annotation(String name, String value) {
    return release ->
        release.with(value, "annotations", "service.beta.kubernetes.io/aws-load-balancer-" + name);
  }

  /** One variable more, in the place of any of that name; {@code null} takes it away. */
  private static UnaryOperator<RenderedRelease> variable(String name, String value) {
    return release -> {
      Map<?, ?> coder = (Map<?, ?>) release.release().values().get("coder");
      List<Object> variables = new ArrayList<>((List<?>) coder.get("env"));
      variables.removeIf(each -> ((Map<?, ?>) each).get("name").equals(name));
      if (value != null) {
        variables.add(Map.of("name", name, "value", value));
      }
      return release.with(variables, "coder", "env");
    };
  }
}
