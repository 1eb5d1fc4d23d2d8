package dev.atoll.conformance.read.coder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documents' roots say of Coder and its proxy, and which rows fail when one is changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesOfCoderTest {

  private static final List<String> ROWS =
      List.of("CDR-8", "CDR-9", "PRX-1", "PRX-2", "PRX-5", "PRX-6");
  private static final String PROXY = "/resource/helm_release/us_west_2_coder_proxy";
  private static final String ENTRY = "/resource/coderd_workspace_proxy/us_west_2";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Topology topology = new CoderDemo().topology();
  private JsonNode main;
  private JsonNode waiting;

  @BeforeAll
  void synthesize(@TempDir Path folder) throws IOException {
    Deployment deployment = Deployment.withLocalState(topology);
    Synthesis.write(deployment, folder);
    Root proxy = deployment.proxyRoots(true).get(0);
    Path output = folder.resolve(Synthesis.OUTPUT);
    main = JSON.readTree(folder.resolve(Synthesis.MAIN_ROOT_FILE).toFile());
    waiting = JSON.readTree(Synthesis.cdkTfJson(output.resolve(Synthesis.PENDING), proxy).toFile());
  }

  @Test
  void asSynthesizedOnlyTheLicenceIsToBeSaid() {
    Facts facts = facts(main, waiting);

    assertThat(failed(facts)).containsExactly("CDR-8");
    assertThat(practice("CDR-8").judge(facts).severity()).contains(Severity.WARNING);
    assertThat(facts.all(CoderServer.class).facts())
        .extracting(server -> server.replicas().show())
        .containsExactly("1", "1");
    assertThat(ROWS.stream().filter(row -> !row.equals("CDR-8")))
        .allSatisfy(
            row ->
                assertThat(practice(row).judge(facts).verdict()).as(row).isEqualTo(Verdict.PASS));
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        broken("another name", ENTRY, entry -> entry.put("name", "oregon"), "PRX-1"),
        broken("another icon", ENTRY, entry -> entry.put("icon", "/emojis/a.png"), "PRX-1"),
        broken("another display name", ENTRY, entry -> entry.remove("display_name"), "PRX-1"),
        broken("another URL", PROXY, values("//us-west-2", "//oregon"), "PRX-1"),
        broken("another wildcard", PROXY, values("*.us-west-2", "*.oregon"), "PRX-1"),
        broken("another repository", PROXY, values("ghcr.io/coder/", "ghcr.io/other/"), "PRX-1"),
        broken("the newest image", PROXY, values("v2.27.1", "latest"), "CDR-9", "PRX-1"),
        broken("the newest chart", PROXY, release -> release.remove("version"), "CDR-9", "PRX-1"),
        broken("another version", PROXY, values("v2.27.1", "v2.27.2"), "CDR-9", "PRX-1"),
        broken(
            "a token that is written down",
            PROXY,
            values(
                "\"valueFrom\":{\"secretKeyRef\":{\"name\":\"coder-proxy-token\",\"key\":\"CODER_PROXY_SESSION_TOKEN\"}}",
                "\"value\":\"a\""),
            "PRX-6"),
        broken(
            "an API token that is written down",
            "/provider/coderd/0",
            provider -> provider.put("token", "a"),
            "PRX-6"),
        broken(
            "an API token from a variable",
            "/provider/coderd/0",
            provider -> provider.put("token", "${var.coder_token}"),
            "PRX-6"),
        broken("applied without a licence", "", root -> root.remove("output"), "PRX-2"),
        broken("no order", PROXY, release -> release.remove("depends_on"), "PRX-5"),
        broken(
            "not after its entry",
            "",
            root -> {
              without(root, "coderd_workspace_proxy.us_west_2");
              ((ObjectNode)
                      root.at("/resource/aws_secretsmanager_secret_version/us_west_2_coder_proxy"))
                  .put("secret_string_wo", "${jsonencode({})}");
            },
            "PRX-5"),
        broken(
            "another Region's certificate",
            "/data/aws_acm_certificate/us_west_2",
            certificate -> certificate.put("provider", "aws.us_east_2"),
            "PRX-5"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void aChangedProxyFailsExactlyItsRows(
      String name, String at, Consumer<ObjectNode> change, List<String> rows) {
    JsonNode broken = waiting.deepCopy();
    change.accept((ObjectNode) broken.at(at));

    Set<String> expected = new TreeSet<>(rows);
    expected.add("CDR-8");
    assertThat(failed(facts(main, broken))).isEqualTo(expected);
  }

  @Test
  void serversOfAnotherVersionAreFound() {
    JsonNode broken = main.deepCopy();
    values("v2.27.1", "latest")
        .accept((ObjectNode) broken.at("/resource/helm_release/us_east_2_coder"));

    assertThat(failed(facts(broken, waiting))).containsExactly("CDR-8", "CDR-9");
  }

  @Test
  void replicasAreCountedOverTheRegions() {
    JsonNode broken = main.deepCopy();
    values("\"replicaCount\":1", "\"replicaCount\":3")
        .accept((ObjectNode) broken.at("/resource/helm_release/us_east_2_coder"));

    assertThat(practice("CDR-8").judge(facts(broken, waiting)).detail()).contains("4 replicas");
  }

  @Test
  void aProxyInTheDeployedRootIsDeployed() {
    JsonNode broken = main.deepCopy();
    ((ObjectNode) broken.at("/resource"))
        .set("coderd_workspace_proxy", waiting.at("/resource/coderd_workspace_proxy"));

    assertThat(failed(facts(broken, waiting))).contains("PRX-2");
  }

  private Facts facts(JsonNode deployed, JsonNode proxies) {
    return TerraformJson.read(deployed, "main")
        .facts()
        .and(ProxyReading.of(TerraformJson.read(proxies, "waiting").facts()))
        .intending(topology.facts());
  }

  private static Set<String> failed(Facts facts) {
    Set<String> failed = new TreeSet<>();
    for (String row : ROWS) {
      if (practice(row).judge(facts).verdict() == Verdict.FAIL) {
        failed.add(row);
      }
    }
    return failed;
  }

  private static Practice practice(String row) {
    return Catalogue.find(row).orElseThrow();
  }

  private static Arguments broken(
      String name, String at, Consumer<ObjectNode> change, String... rows) {
    return Arguments.of(name, at, change, List.of(rows));
  }

  /** Replaces a part of the values, which must be there. */
  private static Consumer<ObjectNode> values(String part, String by) {
    return release -> {
      String text = release.at("/values/0").asText();
      assertThat(text).contains(part);
      release.set("values", JSON.createArrayNode().add(text.replace(part, by)));
    };
  }

  /** Takes a dependency away wherever it is said. */
  private static void without(ObjectNode root, String address) {
    for (JsonNode release : root.at("/resource/helm_release")) {
      ArrayNode kept = JSON.createArrayNode();
      release
          .path("depends_on")
          .forEach(
              each -> {
                if (!each.asText().equals(address)) {
                  kept.add(each);
                }
              });
      ((ObjectNode) release).set("depends_on", kept);
    }
  }
}
