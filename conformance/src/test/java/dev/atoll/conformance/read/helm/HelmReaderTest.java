package dev.atoll.conformance.read.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.aws.Region;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.helm.HelmProvider;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.helm.HelmRelease.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Releases in every format and both ways, and what a change of the file changes. */
class HelmReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CONFIGURATION =
      """
      {"terraform": {"required_providers": {"helm": {"source": "hashicorp/helm", "version": "3.1.1"}}},
       "provider": {"helm": [{"alias": "east", "kubernetes": {"host": "${aws_eks_cluster.a.endpoint}",
          "exec": {"args": ["get-token", "--region", "us-east-2"]}}}]},
       "resource": {
         "aws_eks_cluster": {"a": {"name": "demo", "provider": "aws.east"}},
         "helm_release": {
           "first": {"provider": "helm.east", "name": "lb", "chart": "aws-load-balancer-controller",
             "version": "1.17.1", "namespace": "kube-system", "upgrade_install": true,
             "create_namespace": true, "wait_for_jobs": true, "timeout": 600,
             "values": ["{\\"clusterName\\":${jsonencode(aws_eks_cluster.a.name)},\\"role\\":${jsonencode(aws_iam_role.a.arn)}}"]},
           "second": {"provider": "helm.east", "name": "${helm_release.first.name}-x", "chart": "${path.module}/own",
             "depends_on": ["terraform_data.between"]}},
         "aws_iam_role": {"a": {"name": "a"}},
         "terraform_data": {"between": {"depends_on": ["helm_release.first"]}}}}
      """;

  @Test
  void aReleaseInConfiguration() {
    assertThat(release(read(json -> {}), "helm_release.first"))
        .satisfies(
            first -> {
              assertThat(first.region().asOptional()).contains(Region.US_EAST_2);
              assertThat(first.release().asOptional()).contains("lb");
              assertThat(first.namespace().asOptional()).contains("kube-system");
              assertThat(first.chart().asOptional()).contains("aws-load-balancer-controller");
              assertThat(first.version().asOptional()).contains(Optional.of("1.17.1"));
              assertThat(first.timeout().asOptional()).contains(Duration.ofMinutes(10));
              assertThat(shown(first.settings())).isEqualTo("true true true true false");
              assertThat(first.values().asOptional())
                  .contains(List.of("{\"clusterName\":\"demo\",\"role\":\"aws_iam_role.a\"}"));
              assertThat(first.after()).isEmpty();
            });
  }

  @Test
  void whatIsLeftOutHasTheProvidersDefaultAndOrderIsFollowed() {
    assertThat(release(read(json -> {}), "helm_release.second"))
        .satisfies(
            second -> {
              assertThat(second.release().asOptional()).contains("lb-x");
              assertThat(second.namespace().asOptional()).contains("default");
              assertThat(second.chart().asOptional()).contains("./own");
              assertThat(second.version().asOptional()).contains(Optional.empty());
              assertThat(second.timeout().asOptional()).contains(Duration.ofMinutes(5));
              assertThat(shown(second.settings())).isEqualTo("false false true false false");
              assertThat(second.values().asOptional()).contains(List.of());
              assertThat(second.after()).containsExactly(new Ref("helm_release.first"));
            });
  }

  @Test
  void withoutTheLinkNothingComesBefore() {
    Facts cut =
        read(
            json -> {
              release(json, "second").remove("depends_on");
              release(json, "second").put("name", "x");
            });

    assertThat(release(cut, "helm_release.second").after()).isEmpty();
  }

  @Test
  void eachSettingIsReadFromItsOwnArgument() {
    for (String name : List.of("upgrade_install", "create_namespace", "wait_for_jobs")) {
      HelmRelease changed =
          release(read(json -> release(json, "first").put(name, false)), "helm_release.first");
      assertThat(shown(changed.settings())).as(name).doesNotStartWith("true true true true");
    }
    assertThat(
            shown(
                release(
                        read(
                            json ->
                                release(json, "first").put("skip_crds", true).put("wait", false)),
                        "helm_release.first")
                    .settings()))
        .isEqualTo("true true false true true");
    assertThat(
            release(
                    read(json -> release(json, "first").put("upgrade_install", "${var.adopt}")),
                    "helm_release.first")
                .settings()
                .upgradeInstall()
                .show())
        .contains("var.adopt");
  }

  @Test
  void aProviderWithoutTokenWorksWhereItsClusterIs() {
    Facts facts =
        read(
            json -> {
              ((ObjectNode) json.at("/provider/helm/0/kubernetes")).remove("exec");
              ((ObjectNode) json.at("/provider"))
                  .putArray("aws")
                  .addObject()
                  .put("alias", "east")
                  .put("region", "eu-west-1");
            });

    assertThat(release(facts, "helm_release.first").region().asOptional())
        .contains(Region.EU_WEST_1);
  }

  @Test
  void settingsOfBothVersionsOfTheProviderComeLast() throws JsonProcessingException {
    JsonNode set =
        JSON.readTree(
            "[{\"name\": \"a.b\", \"value\": \"c\"}, {\"name\": \"x.y\\\\.z\", \"value\": \"3\"}]");
    Facts facts = read(json -> release(json, "second").set("set", set));

    assertThat(release(facts, "helm_release.second").values().asOptional())
        .contains(List.of("{\"a\":{\"b\":\"c\"}}", "{\"x\":{\"y.z\":3}}"));
    for (String unread : List.of("set_sensitive", "set_wo", "set_list")) {
      Facts hidden = read(json -> release(json, "second").set(unread, set));
      assertThat(release(hidden, "helm_release.second").values().show()).contains(unread);
    }
  }

  @Test
  void theProvidersVersionIsReadWhereverItIsAskedFor() {
    assertThat(constraints(read(json -> {}))).containsExactly("3.1.1");
    assertThat(
            constraints(
                read(
                    json ->
                        ((ObjectNode) json.at("/terraform/required_providers")).remove("helm"))))
        .containsExactly("");
    assertThat(
            constraints(
                read(
                    json ->
                        ((ObjectNode) json.at("/terraform/required_providers"))
                            .put("helm", "~> 2.0"))))
        .containsExactly("~> 2.0");
  }

  @Test
  void aReleaseByCommandIsTheSameRelease() {
    Facts facts =
        read(
            json -> {
              ObjectNode first = release(json, "first");
              first.remove("provider");
              first.put("region", "us-east-2");
              ((ObjectNode) json.at("/resource/terraform_data"))
                  .putObject("command")
                  .set("triggers_replace", first);
              ((ObjectNode) json.at("/resource")).remove("helm_release");
            });
    HelmRelease command = release(facts, "terraform_data.command");
    HelmRelease provider = release(read(json -> {}), "helm_release.first");

    assertThat(facts.all(HelmRelease.class).facts()).hasSize(1);
    assertThat(command)
        .usingRecursiveComparison()
        .ignoringFields("source", "ref")
        .isEqualTo(provider);
    assertThat(constraints(facts)).containsExactly("3.1.1");
  }

  @Test
  void aPlanHasTheOrderOfItsConfiguration() throws JsonProcessingException {
    Facts plan =
        TerraformJson.read(
                JSON.readTree(
                    """
                    {"format_version": "1.2", "terraform_version": "1.11.4",
                     "planned_values": {"root_module": {"resources": [
                       {"address": "helm_release.first", "mode": "managed", "type": "helm_release", "name": "first",
                        "values": {"name": "lb", "chart": "c", "version": "1.0.0", "upgrade_install": true, "timeout": 300}},
                       {"address": "helm_release.second", "mode": "managed", "type": "helm_release", "name": "second",
                        "values": {"name": "lb", "chart": "c", "set": [{"name": "a", "value": "b", "type": null}]}}]}},
                     "resource_changes": [{"address": "helm_release.first", "change": {"after_unknown": {"values": true}}}],
                     "configuration": {
                       "provider_config": {"helm.east": {"name": "helm", "alias": "east",
                         "full_name": "registry.terraform.io/hashicorp/helm", "version_constraint": "~> 3.1",
                         "expressions": {"kubernetes": [{"exec": [{"args": {"constant_value": ["--region", "us-west-2"]}}]}]}}},
                       "root_module": {"resources": [
                         {"address": "helm_release.first", "mode": "managed", "type": "helm_release", "name": "first",
                          "provider_config_key": "helm.east", "expressions": {}},
                         {"address": "helm_release.second", "mode": "managed", "type": "helm_release", "name": "second",
                          "provider_config_key": "helm.east",
                          "expressions": {"name": {"references": ["helm_release.first.name", "helm_release.first"]}}}]}}}
                    """),
                "plan.json")
            .facts();

    assertThat(release(plan, "helm_release.first").region().asOptional())
        .contains(Region.US_WEST_2);
    assertThat(release(plan, "helm_release.first").values().asOptional()).contains(List.of());
    assertThat(release(plan, "helm_release.second").after())
        .containsExactly(new Ref("helm_release.first"));
    assertThat(release(plan, "helm_release.second").values().asOptional())
        .contains(List.of("{\"a\":\"b\"}"));
    assertThat(constraints(plan)).containsExactly("~> 3.1");
  }

  @Test
  void aStateSaysWhatThereIsAndNotWhatIsAskedFor() throws JsonProcessingException {
    Facts state =
        TerraformJson.read(
                JSON.readTree(
                    """
                    {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {"resources": [
                       {"address": "helm_release.first", "mode": "managed", "type": "helm_release", "name": "first",
                        "values": {"name": "lb", "chart": "c", "version": "1.0.0", "values": ["a: b"]}},
                       {"address": "helm_release.second", "mode": "managed", "type": "helm_release", "name": "second",
                        "values": {"name": "x", "chart": "c"}, "depends_on": ["helm_release.first"]}]}}}
                    """),
                "state.json")
            .facts();

    assertThat(release(state, "helm_release.first").values().asOptional())
        .contains(List.of("{\"a\":\"b\"}"));
    assertThat(release(state, "helm_release.first").region().asOptional()).isEmpty();
    assertThat(release(state, "helm_release.second").after())
        .containsExactly(new Ref("helm_release.first"));
    assertThat(state.all(HelmProvider.class).gap()).isPresent();
  }

  private static Facts read(Consumer<JsonNode> change) {
    try {
      JsonNode json = JSON.readTree(CONFIGURATION);
      change.accept(json);
      return TerraformJson.read(json, "cdk.tf.json").facts();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode release(JsonNode json, String name) {
    return (ObjectNode) json.at("/resource/helm_release/" + name);
  }

  private static HelmRelease release(Facts facts, String address) {
    return facts.find(HelmRelease.class, new Ref(address)).orElseThrow();
  }

  private static List<String> constraints(Facts facts) {
    return facts.all(HelmProvider.class).stream()
        .map(provider -> provider.constraint().show())
        .toList();
  }

  private static String shown(Settings settings) {
    return "%s %s %s %s %s"
        .formatted(
            settings.upgradeInstall().show(),
            settings.createNamespace().show(),
            settings.waits().show(),
            settings.waitsForJobs().show(),
            settings.skipCrds().show());
  }
}
