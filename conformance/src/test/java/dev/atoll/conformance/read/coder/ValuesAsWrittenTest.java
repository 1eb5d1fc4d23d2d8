package dev.atoll.conformance.read.coder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.coder.PinnedVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of a release of Coder, in whichever way people write them. */
class ValuesAsWrittenTest {

  private static final String YAML =
      """
      # Two of them.
      coder:
        replicaCount: 2
        image: {tag: "v2.27.1"}
        env:
          - name: CODER_ACCESS_URL
            value: "https://coder.example.com"
          - name: CODER_PG_CONNECTION_URL
            valueFrom: {secretKeyRef: {name: db, key: url}}
        service:
          externalTrafficPolicy: Local
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-type: external
      """;

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("values.yaml"), YAML);
    Files.writeString(
        folder.resolve("usual.yaml"),
        YAML.replace("replicaCount: 2", "replicaCount: 1").replace("Local", "Cluster"));
    Files.writeString(
        folder.resolve("more.yaml"),
        """
        service: &ours
          externalTrafficPolicy: Local
        coder:
          replicaCount: 5
          service:
            <<: *ours
        """);
    Files.writeString(
        folder.resolve("values.tftpl"),
        YAML.replace("replicaCount: 2", "replicaCount: ${length(replicas)}")
            .replace("https://coder.example.com", "https://${host}")
            .replace(
                "  service:\n",
                """
                %{ for name, value in extra ~}
                    - name: ${name}
                      value: ${value}
                %{ endfor ~}
                  service:
                """));
    Files.writeString(folder.resolve("list.yaml"), "- coder\n");
    Files.writeString(folder.resolve("broken.yaml"), "coder: [\n");
  }

  private Facts facts(String values) throws IOException {
    return facts("version = \"2.27.1\"\n" + values, "coder");
  }

  private Facts facts(String arguments, String chart) throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        provider "aws" {
          region = "us-east-2"
        }

        resource "aws_eks_cluster" "a" {
          name = "a"
        }

        provider "helm" {
          kubernetes {
            host = aws_eks_cluster.a.endpoint
          }
        }

        variable "open" {}

        resource "helm_release" "coder" {
          name      = "coder"
          namespace = "coder"
          chart     = "%s"
        %s
        }
        """
            .formatted(chart, arguments));
    return TerraformEstate.read(List.of(folder), folder, List.of()).reading().facts();
  }

  static Stream<Arguments> spellings() {
    return Stream.of(
        Arguments.of("a heredoc", "values = [<<-EOT\n" + YAML.indent(4) + "EOT\n]"),
        Arguments.of("a file", "values = [file(\"${path.module}/values.yaml\")]"),
        Arguments.of(
            "a structure",
            """
            values = [yamlencode({ coder = {
              replicaCount = 2
              image = { tag = "v2.27.1" }
              env = [
                { name = "CODER_ACCESS_URL", value = "https://coder.example.com" },
                { name = "CODER_PG_CONNECTION_URL",
                  valueFrom = { secretKeyRef = { name = "db", key = "url" } } }
              ]
              service = {
                externalTrafficPolicy = "Local"
                annotations = { "service.beta.kubernetes.io/aws-load-balancer-type" = "external" }
              }
            } })]
            """),
        Arguments.of(
            "a template",
            "values = [templatefile(\"values.tftpl\", { replicas = [1, 2], host ="
                + " \"coder.example.com\", extra = {} })]"),
        Arguments.of(
            "two files and settings",
            "values = [file(\"usual.yaml\"), file(\"more.yaml\")]\n"
                + "set {\n  name = \"coder.replicaCount\"\n  value = \"2\"\n}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void theSameValuesGiveTheSame(String name, String values) throws IOException {
    Facts facts = facts(values);

    assertThat(facts.all(CoderServer.class).facts())
        .singleElement()
        .satisfies(
            server -> {
              assertThat(server.replicas().show()).isEqualTo("2");
              assertThat(server.version().show()).isEqualTo("v2.27.1");
            });
    assertThat(environment(facts))
        .contains(
            "CODER_ACCESS_URL=Literal[text=https://coder.example.com]",
            "CODER_PG_CONNECTION_URL=SecretKey[secret=db, key=url]");
    assertThat(facts.all(KubernetesService.class).facts())
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.externalTrafficPolicy()).contains("Local");
              assertThat(service.annotations()).hasSize(1);
            });
  }

  @Test
  void aTemplateMayGoThroughWhatItIsGiven() throws IOException {
    Facts facts =
        facts(
            "values = [templatefile(\"values.tftpl\", { replicas = [1, 2], host = var.open, extra ="
                + " { A = 1, B = var.open } })]");

    assertThat(environment(facts)).contains("A=Literal[text=1]");
    assertThat(environment(facts))
        .as("what is not known in it leaves the rest readable")
        .anyMatch(variable -> variable.startsWith("B=Other["))
        .anyMatch(variable -> variable.startsWith("CODER_ACCESS_URL=Other["));
    assertThat(facts.all(CoderServer.class).facts().get(0).replicas().show()).isEqualTo("2");
  }

  @Test
  void whatIsNotKnownInYamlIsUnknown() throws IOException {
    Facts facts =
        facts("values = [<<-EOT\ncoder:\n  replicaCount: ${var.open}\n  image: {tag: v1}\nEOT\n]");

    CoderServer server = facts.all(CoderServer.class).facts().get(0);
    assertThat(server.replicas().show()).contains("do not say");
    assertThat(server.version().show()).isEqualTo("v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[file(\"list.yaml\")]",
        "[file(\"broken.yaml\")]",
        "[file(\"none.yaml\")]",
        "[var.open]",
        "[yamlencode({ coder = { env = var.open } })]",
        "[yamlencode({ coder = var.open })]",
        "[yamlencode({ coder = { service = { annotations = var.open } } })]",
        "[yamlencode({ coder = { env = [{ name = \"A\", value = \"b\" }, var.open] } })]"
      })
  void whatACoderMakesOfUnknownValuesIsAGapAndNoClaim(String values) throws IOException {
    Facts facts = facts("values = " + values);

    assertThat(facts.all(Workload.class).facts()).isEmpty();
    assertThat(facts.all(KubernetesService.class).facts()).isEmpty();
    assertThat(facts.all(Workload.class).gap())
        .hasValueSatisfying(why -> assertThat(why).contains("helm_release.coder"));
    assertThat(facts.all(KubernetesService.class).gap()).isPresent();
  }

  @Test
  void wordsOfYamlAndNothingAtAll() throws IOException {
    assertThat(facts("values = [\"coder: {workspaceProxy: yes}\"]").all(CoderServer.class).facts())
        .isEmpty();
    assertThat(
            facts("values = [\"\", \"# none\"]").all(CoderServer.class).facts().get(0).replicas())
        .hasToString(facts("").all(CoderServer.class).facts().get(0).replicas().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "coder, PASS",
    "coder-v2/coder, PASS",
    "oci://ghcr.io/coder/chart/coder, PASS",
    "${path.module}/../charts/coder/, PASS",
    "https://example.com/v${var.version}/coder_helm_${var.version}.tgz, PASS",
    "https://example.com/coder-2.27.1.tgz?raw=true, PASS",
    "./coder_helm_v2.27.1.tgz, PASS",
    "${var.open}, UNKNOWN",
    "https://example.com/coder_helm_${var.open}.tgz, UNKNOWN",
    "coder-logstream-kube, NOT_APPLICABLE",
    "coder-provisioner, NOT_APPLICABLE",
    "https://example.com/coder-provisioner-2.27.1.tgz, NOT_APPLICABLE",
    "encoder, NOT_APPLICABLE"
  })
  void aChartOfCoderIsOneWhereverItLies(String chart, Verdict verdict) throws IOException {
    Files.writeString(
        folder.resolve("version.tf"), "variable \"version\" {\n  default = \"2.27.1\"\n}\n");
    String set = chart.contains("tgz") ? "" : "\n  version = \"2.27.1\"";
    Facts facts = facts(set, chart);

    assertThat(new PinnedVersions().judge(facts).verdict()).isEqualTo(verdict);
    assertThat(facts.all(CoderServer.class).facts()).hasSize(verdict == Verdict.PASS ? 1 : 0);
  }

  @Test
  void aClusterOfAnotherCloudIsNoPlaceOnAws() throws IOException {
    String cluster =
        """
        resource "%s" "other" {
          region = "nyc1"
        }

        provider "helm" {
          alias = "other"
          kubernetes {
            host = %s.other.endpoint
          }
        }
        """;
    for (String type : List.of("digitalocean_kubernetes_cluster", "aws_eks_cluster")) {
      Files.writeString(folder.resolve("other.tf"), cluster.formatted(type, type));
      Facts facts = facts("provider = helm.other");
      boolean ours = type.startsWith("aws_");
      assertThat(facts.all(Workload.class).facts()).hasSize(ours ? 1 : 0);
      assertThat(facts.all(Workload.class).gap().isPresent()).isEqualTo(!ours);
    }
  }

  private static List<String> environment(Facts facts) {
    return facts.all(Workload.class).facts().get(0).containers().get(0).environment().stream()
        .map(ValuesAsWrittenTest::shown)
        .toList();
  }

  private static String shown(EnvironmentVariable variable) {
    return variable.name() + "=" + variable.from();
  }
}
