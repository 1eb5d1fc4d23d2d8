package dev.atoll.conformance.audit.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.audit.Audit;
import dev.atoll.conformance.audit.AuditReport;
import dev.atoll.conformance.audit.Baseline;
import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.practice.About;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches that git takes, and that change nothing but what is wrong. */
class MechanicalFixesTest {

  private static final String RELEASE =
      String.join(
          "\r\n",
          "# kept  ",
          "resource \"helm_release\" \"a\" {",
          "\tname = \"a\"",
          "  chart =  \"x\"",
          "  version = \"1.0.0\"",
          "}",
          "");
  private static final String URL =
      """
      resource "aws_secretsmanager_secret_version" "url" {
        secret_id     = "x"
        secret_string = jsonencode({
          url = "postgres://u:${random_password.p.result}@h/d?sslmode=verify-full"
        })
      }

      resource "random_password" "p" {
        length = 32
      }\
      """;

  @TempDir private Path folder;

  private AuditReport report() {
    TerraformEstate estate = TerraformEstate.read(List.of(folder), folder, List.of());
    return AuditReport.of(Audit.of(estate.reading().facts()), estate, Baseline.NONE, folder);
  }

  private String patch() {
    return MechanicalFixes.patch(report().entries(), folder);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(git.exitValue()).as(said).isZero();
  }

  @Test
  void gitAppliesThemAndNothingElseChanges() throws Exception {
    Files.writeString(folder.resolve("release.tf"), RELEASE);
    Files.writeString(folder.resolve("url.tf"), URL);
    Path patch = Files.createTempFile("fix", ".patch");
    Files.writeString(patch, patch());
    git("init", "-q");
    git("apply", "--check", patch.toString());
    git("apply", patch.toString());

    assertThat(Files.readString(folder.resolve("release.tf")))
        .isEqualTo(RELEASE.replace("\"a\" {\r\n", "\"a\" {\r\n  upgrade_install = true\r\n"));
    assertThat(Files.readString(folder.resolve("url.tf")))
        .isEqualTo(
            URL.replace("${random_password.p.result}", "${urlencode(random_password.p.result)}"));
    assertThat(patch()).isEmpty();
    Files.delete(patch);
  }

  @Test
  void whatIsSwitchedOffIsSwitchedOn() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        resource "helm_release" "a" {
          chart           = "x"
          upgrade_install = false # why
        }
        """);
    assertThat(patch())
        .contains("-  upgrade_install = false # why")
        .contains("+  upgrade_install = true # why");
  }

  @Test
  void whatHasNoFixHasNoPatch() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        resource "null_resource" "a" {
          triggers = {
            x = timestamp()
          }
        }
        """);
    assertThat(report().entries()).isNotEmpty();
    assertThat(patch()).isEmpty();
  }

  private static final String SCRIPT =
      """
      #!/bin/bash
      for var in A B; do
          if [[ -z "${!var:-}" ]]; then echo "${name}"; fi
      done
      """;
  private static final String ROOT =
      """
      data "aws_eks_cluster" "here" {
        name = "a"
      }

      data "aws_lb" "coder" {
        tags = {
          "service.k8s.aws/stack" = "coder/coder"
        }
      }

      resource "aws_route53_health_check" "coder" {
        count             = 1
        type              = "HTTPS"
        port              = 443
        resource_path     = "/healthz"
        fqdn              = "example.org" # kept
      }
      %s
      resource "terraform_data" "a" {
        input = templatefile("${path.module}/run.sh", { name = "x" })
      }
      """;

  private static String record(String region) {
    return """

    resource "aws_route53_record" "%1$s" {
      zone_id         = "Z1"
      name            = "example.org"
      type            = "A"
      set_identifier  = "%1$s"
      health_check_id = aws_route53_health_check.coder[0].id
      alias {
        name                   = data.aws_lb.coder.dns_name
        zone_id                = "Z2"
        evaluate_target_health = true
      }
      latency_routing_policy {
        region = "%1$s"
      }
    }
    """
        .formatted(region);
  }

  private List<String> found() {
    return report().entries().stream()
        .flatMap(entry -> entry.practices().stream())
        .map(About::id)
        .toList();
  }

  @Test
  void checksLookUpsAndScriptsAreMendedAndNotFoundAgain() throws Exception {
    String root = ROOT.formatted(record("eu-west-1") + record("us-east-2"));
    Files.writeString(folder.resolve("main.tf"), root);
    Files.writeString(folder.resolve("run.sh"), SCRIPT);
    assertThat(found()).contains("DNS-5", "DNS-12", "RUN-5");
    Path patch = Files.createTempFile("fix", ".patch");
    Files.writeString(patch, patch());
    git("init", "-q");
    git("apply", "--check", patch.toString());
    git("apply", patch.toString());

    assertThat(Files.readString(folder.resolve("run.sh")))
        .isEqualTo(SCRIPT.replace("${!var", "$${!var"));
    assertThat(Files.readString(folder.resolve("main.tf")))
        .isEqualTo(
            root.replace("\"example.org\" # kept", "data.aws_lb.coder.dns_name # kept")
                .replace(
                    "    \"service.k8s.aws/stack\" = \"coder/coder\"\n",
                    """
                        "service.k8s.aws/stack" = "coder/coder"
                        "elbv2.k8s.aws/cluster" = data.aws_eks_cluster.here.name
                    """));
    assertThat(found()).doesNotContain("RUN-5");
    assertThat(report().entries())
        .noneMatch(entry -> entry.finding().what().contains("asks example.org"))
        .noneMatch(entry -> entry.finding().what().contains("looked up without"));
    Files.delete(patch);
  }

  @Test
  void aCheckWhoseRecordsLeadToSeveralLoadBalancersIsLeftAlone() throws IOException {
    String other = record("us-east-2").replace("data.aws_lb.coder.dns_name", "\"x.example.org\"");
    Files.writeString(folder.resolve("main.tf"), ROOT.formatted(record("eu-west-1") + other));
    Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
    assertThat(found()).contains("DNS-5");
    assertThat(patch()).doesNotContain("fqdn");
  }
}
