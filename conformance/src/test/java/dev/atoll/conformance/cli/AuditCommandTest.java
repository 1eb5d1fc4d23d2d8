package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aWarning() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        "resource \"null_resource\" \"a\" {\n  triggers = {\n    x = timestamp()\n  }\n}\n");
  }

  private int audit(String... more) {
    CommandLine atoll = Atoll.commandLine();
    atoll.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[more.length + 2];
    all[0] = "audit";
    all[1] = folder.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return atoll.execute(all);
  }

  @Test
  void aWarningFailsOnlyWhenAsked() {
    assertThat(audit()).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("warning RUN-4").contains("0 errors, 1 warnings");
    assertThat(audit("--fail-on", "warning")).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aBaselineIsWrittenAndKept() {
    String file = folder.resolve("known.json").toString();
    assertThat(audit("--fail-on", "warning", "--write-baseline", file)).isEqualTo(ExitCode.FINE);
    assertThat(audit("--fail-on", "warning", "--baseline", file)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("known by the baseline");
  }

  @Test
  void machinesGetNothingButTheirFormat() throws IOException {
    audit("--format", "sarif");
    assertThat(new ObjectMapper().readTree(out.toString()).path("version").asText())
        .isEqualTo("2.1.0");
  }

  @Test
  void whatCannotBeReadIsNoSuccess() throws IOException {
    Files.writeString(folder.resolve("broken.tf"), "resource {{\n");
    assertThat(audit()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(out.toString()).contains("broken.tf:1");
  }

  @Test
  void nothingToReadSaysWhatToName() throws IOException {
    Files.delete(folder.resolve("main.tf"));
    assertThat(audit()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString()).contains("has no .tf");
  }

  @Test
  void aPathIsNeeded() {
    CommandLine atoll = Atoll.commandLine();
    atoll.setErr(new PrintWriter(err));
    assertThat(atoll.execute("audit")).isEqualTo(ExitCode.USAGE);
  }
}
