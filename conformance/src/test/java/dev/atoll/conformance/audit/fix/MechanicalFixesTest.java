package dev.atoll.conformance.audit.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.audit.Audit;
import dev.atoll.conformance.audit.AuditReport;
import dev.atoll.conformance.audit.Baseline;
import dev.atoll.conformance.read.TerraformEstate;
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
}
