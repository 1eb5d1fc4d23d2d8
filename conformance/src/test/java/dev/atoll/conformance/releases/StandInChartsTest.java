package dev.atoll.conformance.releases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.HelmShim;
import dev.atoll.itest.helm.Release;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What we set is a value of the real chart, and its stand-in takes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandInChartsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Coder's own chart has a list and tests of its own. */
  private static final List<String> CHARTS =
      HelmShim.CHARTS.stream().filter(chart -> !chart.equals("coder")).toList();

  @TempDir static Path folder;

  private HelmShim shim;
  private Helm helm;
  private List<HelmRelease> played;

  @BeforeAll
  void synthesize() {
    Deployment deployment = Deployment.withLocalState(new CoderDemo().topology());
    Synthesis.write(deployment, folder.resolve("root"));
    shim = HelmShim.write(folder.resolve("shim"), line -> {});
    helm = Helm.of("", line -> {});
    played =
        TerraformJson.read(folder.resolve("root/atoll.tf.json"))
            .facts()
            .all(HelmRelease.class)
            .stream()
            .filter(release -> CHARTS.contains(chart(release)))
            .toList();
  }

  @AfterAll
  void end() {
    helm.close();
  }

  @Test
  void everyStandInIsUsed() {
    assertThat(played).extracting(StandInChartsTest::chart).containsAll(CHARTS);
  }

  @Test
  void everyValueThatWeSetIsOneOfTheChart() throws IOException {
    for (HelmRelease release : played) {
      assertThat(unknown(release, values(release))).as(release.ref().key()).isEmpty();
    }
  }

  @Test
  void aValueThatTheChartDoesNotHaveIsNoticed() throws IOException {
    HelmRelease controller =
        played.stream()
            .filter(release -> chart(release).equals("aws-load-balancer-controller"))
            .findFirst()
            .orElseThrow();

    assertThat(
            unknown(
                controller,
                JSON.readTree(
                    "{\"vpcID\": 1, \"serviceAccount\": {\"annotations\": {\"a/b\": 1}}}")))
        .containsExactly("vpcID");
  }

  @Test
  void everyStandInHasTheValuesOfItsList() throws IOException {
    for (String chart : CHARTS) {
      List<String> lines = Files.readAllLines(shim.chart(chart).resolve("keys.txt"));
      assertThat(lines.get(0)).as(chart).startsWith("# https://github.com/");
      JsonNode own = yaml(Files.readString(shim.chart(chart).resolve("values.yaml")));
      for (String key : lines.subList(1, lines.size())) {
        assertThat(own.at("/" + key.replace(".*", "").replace('.', '/')).isMissingNode())
            .as(chart + " " + key)
            .isFalse();
      }
    }
  }

  @Test
  void everyStandInIsRenderedWithWhatWeSet() throws IOException {
    for (HelmRelease release : played) {
      Map<String, Object> values =
          JSON.convertValue(values(release), new TypeReference<Map<String, Object>>() {});
      Release installed =
          Release.of(
                  known(release.release()), known(release.namespace()), shim.chart(chart(release)))
              .with(values);

      assertThat(helm.lint(installed)).anyMatch(line -> line.contains("0 chart(s) failed"));
      String objects = helm.template(installed);
      assertThat(objects)
          .as(release.ref().key())
          .contains("kind: Deployment", "namespace: " + known(release.namespace()));
      JsonNode role = values(release).findValue("eks.amazonaws.com/role-arn");
      if (role != null) {
        assertThat(objects).contains("eks.amazonaws.com/role-arn: " + role.asText());
      }
    }
  }

  /** What of the values no line of the chart's list names. */
  private List<String> unknown(HelmRelease release, JsonNode values) throws IOException {
    List<String> keys = Files.readAllLines(shim.chart(chart(release)).resolve("keys.txt"));
    List<String> unknown = new ArrayList<>();
    for (String path : paths(values, "")) {
      boolean known =
          keys.stream()
              .anyMatch(
                  key ->
                      key.endsWith(".*")
                          ? path.startsWith(key.substring(0, key.length() - 1))
                          : path.equals(key));
      if (!known) {
        unknown.add(path);
      }
    }
    return unknown;
  }

  private static Set<String> paths(JsonNode node, String at) {
    Set<String> all = new TreeSet<>();
    if (!node.isObject()) {
      all.add(at);
    }
    node.properties()
        .forEach(
            member ->
                all.addAll(
                    paths(
                        member.getValue(),
                        at.isEmpty() ? member.getKey() : at + "." + member.getKey())));
    return all;
  }

  private static JsonNode values(HelmRelease release) throws JsonProcessingException {
    return JSON.readTree(known(release.values()).get(0));
  }

  private static String chart(HelmRelease release) {
    String chart = known(release.chart());
    return chart.substring(chart.lastIndexOf('/') + 1);
  }

  private static <T> T known(dev.atoll.facts.Value<T> value) {
    return value.asOptional().orElseThrow();
  }

  private static JsonNode yaml(String text) {
    return JSON.valueToTree(
        io.fabric8.kubernetes.client.utils.Serialization.unmarshal(text, Map.class));
  }
}
