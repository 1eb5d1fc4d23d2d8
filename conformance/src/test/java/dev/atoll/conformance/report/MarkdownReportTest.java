package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.practice.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

  @Test
  void itSaysWhatTheRunCameToAndEveryFailure() {
    Report report = SampleReport.mixed();

    String page = MarkdownReport.text(report);

    assertThat(page)
        .contains("practices failed", "### Failed", "### Warnings", "### Ran on", "| Terraform |");
    assertThat(report.failures(Severity.NOTE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(page).contains("| " + row.about().id() + " |"));
  }

  @Test
  void aRunWithoutFailuresHasNoSuchTable() {
    assertThat(MarkdownReport.text(SampleReport.calm()))
        .doesNotContain("### Failed", "### Warnings");
  }

  @Test
  void noTextBreaksOutOfItsCell() {
    String page = MarkdownReport.text(SampleReport.mixed());

    assertThat(page.lines().filter(line -> line.startsWith("|")))
        .allSatisfy(
            line ->
                assertThat(line.replace("\\|", "").chars().filter(c -> c == '|').count())
                    .isBetween(4L, 5L));
  }

  @Test
  void itIsWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("summary.md");

    MarkdownReport.write(SampleReport.calm(), file);

    assertThat(Files.readString(file)).startsWith("## Atoll: ");
  }
}
