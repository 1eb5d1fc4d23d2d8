package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

  @TempDir Path directory;

  @Test
  void readsBackWithTheSameCounts() throws IOException {
    Report report = SampleReport.mixed();
    JsonNode json = new ObjectMapper().readTree(JsonReport.text(report));

    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.path("practices")).hasSize(report.rows().size());
    for (Outcome outcome : Outcome.values()) {
      assertThat(json.at("/summary/verdicts/" + outcome).asInt(-1))
          .as("%s", outcome)
          .isEqualTo(countRows(json, outcome))
          .isEqualTo(report.summary().count(outcome));
    }
    assertThat(json.at("/summary/evidence/cluster/PASS_STAND_IN").asInt()).isEqualTo(2);
    assertThat(json.at("/summary/evidence/cluster/PASS").asInt()).isZero();
  }

  @Test
  void partlyProvenIsNotRun() throws IOException {
    JsonNode row = practice("NET-5");

    assertThat(row.path("verdict").asText()).isEqualTo("NOT_RUN");
    assertThat(row.path("progress").asText()).isEqualTo("1 of 2");
    assertThat(row.path("evidence")).hasSize(2);
  }

  @Test
  void wantedKindsThatNobodyTriedAreListed() throws IOException {
    JsonNode evidence = practice("OPS-2").path("evidence");

    assertThat(evidence)
        .extracting(each -> each.path("kind").asText())
        .containsExactly("traffic", "live");
    assertThat(evidence).extracting(each -> each.path("verdict").asText()).containsOnly("NOT_RUN");
  }

  @Test
  void findingsSayWhereAndHowToFix() throws IOException {
    JsonNode finding = practice("NET-4").at("/evidence/0/findings/0");

    assertThat(finding.path("what").asText()).startsWith("sg-0a1f");
    assertThat(finding.path("where").get(0).asText()).isEqualTo("sg-0a1f in us-west-2");
    assertThat(finding.path("fix").asText()).startsWith("Replace");
    assertThat(finding.path("path")).hasSize(3);
  }

  @Test
  void sameReportSameBytesAndNothingLeftBeside() throws IOException {
    Path file = directory.resolve("deep/report.json");
    JsonReport.write(SampleReport.mixed(), file);
    byte[] first = Files.readAllBytes(file);
    JsonReport.write(SampleReport.mixed(), file);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
    try (var files = Files.list(file.getParent())) {
      assertThat(files.toList()).isEqualTo(List.of(file));
    }
    JsonReport.write(SampleReport.calm(), file);
    assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
  }

  private static JsonNode practice(String id) throws IOException {
    JsonNode json = new ObjectMapper().readTree(JsonReport.text(SampleReport.mixed()));
    for (JsonNode practice : json.path("practices")) {
      if (practice.path("id").asText().equals(id)) {
        return practice;
      }
    }
    throw new AssertionError(id);
  }

  private static int countRows(JsonNode json, Outcome outcome) {
    int count = 0;
    for (JsonNode practice : json.path("practices")) {
      boolean standIn = practice.path("standIn").asBoolean();
      boolean same = practice.path("verdict").asText().equals(outcome.verdict().name());
      if (same && standIn == (outcome == Outcome.PASS_STAND_IN)) {
        count++;
      }
    }
    return count;
  }
}
