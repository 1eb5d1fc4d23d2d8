package dev.atoll.conformance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.conformance.diagnose.ScriptedTwin;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.conformance.report.JsonReport;
import dev.atoll.conformance.report.Report;
import dev.atoll.conformance.status.Status.Line;
import dev.atoll.conformance.status.Status.State;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.coderdemo.CoderDemo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

  private static final Instant THEN = Instant.parse("2025-12-02T08:00:00Z");
  private static final String DERP = "Cross-region communication via DERP";
  private static final String PROXY = "Workspace proxy deployment";

  private final Facts intended = new CoderDemo().topology().facts();

  /** Everything passes, except those. */
  private static Report report(Map<String, Judgement> others, Optional<String> standIn) {
    EvidenceLog log = new EvidenceLog(Catalogue.all());
    for (Practice practice : Catalogue.all()) {
      String id = practice.about().id();
      Judgement judgement =
          others.getOrDefault(id, new Judgement(Verdict.PASS, "looked at 1 thing", List.of()));
      for (EvidenceKind kind : practice.about().wanted()) {
        Evidence evidence = Evidence.of(id, kind, judgement, Duration.ZERO);
        log.add(standIn.map(evidence::restingOn).orElse(evidence));
      }
    }
    return log.report("coderdemo", THEN, Duration.ofMinutes(5));
  }

  private Line line(String title, Map<String, Judgement> others) {
    return line(
        title,
        Status.of(
            intended, Optional.of(PastRun.of(report(others, Optional.empty()))), Optional.empty()));
  }

  private static Line line(String title, Status status) {
    return status.lines().stream()
        .filter(each -> each.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement failing(String id, Severity severity) {
    Finding finding =
        new Finding(
            Catalogue.find(id).orElseThrow().about(),
            severity,
            "it is gone",
            List.of(),
            "",
            List.of());
    return new Judgement(Verdict.FAIL, "it is gone", List.of(finding));
  }

  @Test
  void everyRowThatIsCountedOnIsInTheCatalogue() {
    assertThat(Capability.all())
        .flatExtracting(Capability::practices)
        .allMatch(id -> Catalogue.find(id).isPresent());
    assertThat(Capability.all()).extracting(Capability::title).doesNotHaveDuplicates();
  }

  @Test
  void whatAllRowsShowWorksAndSaysSinceWhen() {
    Line line = line(DERP, Map.of());

    assertThat(line.state()).isEqualTo(State.WORKS);
    assertThat(line.at()).contains(THEN.plus(Duration.ofMinutes(5)));
    assertThat(line.standIn()).isFalse();
  }

  @Test
  void whatRestsOnAStandInSaysSo() {
    Status status =
        Status.of(
            intended,
            Optional.of(PastRun.of(report(Map.of(), Optional.of("nodes")))),
            Optional.empty());

    assertThat(line(DERP, status).standIn()).isTrue();
  }

  @Test
  void oneFailingRowBreaksExactlyWhatCountsOnIt() {
    Status status =
        Status.of(
            intended,
            Optional.of(
                PastRun.of(
                    report(Map.of("NET-3", failing("NET-3", Severity.ERROR)), Optional.empty()))),
            Optional.empty());

    assertThat(status.in(State.BROKEN)).extracting(Line::title).containsExactly(DERP);
    assertThat(line(DERP, status).why()).contains("NET-3: it is gone");
  }

  @Test
  void aWarningBreaksNothing() {
    assertThat(line(DERP, Map.of("NET-3", failing("NET-3", Severity.WARNING))).state())
        .isEqualTo(State.WORKS);
  }

  @ParameterizedTest
  @CsvSource({"NOT_RUN", "UNKNOWN"})
  void whatIsNotDecidedIsNotKnownAndTheRowIsNamed(Verdict verdict) {
    Line line = line(DERP, Map.of("CDR-5", new Judgement(verdict, "nobody asked", List.of())));

    assertThat(line.state()).isEqualTo(State.NOT_KNOWN);
    assertThat(line.why()).contains("4 of 5 proven", "CDR-5: nobody asked");
  }

  @Test
  void whatDoesNotApplyAnywhereIsNotWorking() {
    Judgement none = Judgement.notApplicable("no such thing");

    assertThat(line("Inter-region latency within its budget", Map.of("NET-6", none)).state())
        .isEqualTo(State.NOT_KNOWN);
  }

  @Test
  void whatTheTopologyAwaitsIsPendingWithItsReasonUnlessItIsBroken() {
    assertThat(line(PROXY, Map.of()).state()).isEqualTo(State.PENDING);
    assertThat(line(PROXY, Map.of()).why()).contains("licence has not arrived");
    assertThat(line(PROXY, Map.of("PRX-1", failing("PRX-1", Severity.ERROR))).state())
        .isEqualTo(State.BROKEN);
  }

  @Test
  void withoutEvidenceNothingWorks() {
    Status status = Status.of(intended, Optional.empty(), Optional.empty());

    assertThat(status.in(State.WORKS)).isEmpty();
    assertThat(status.in(State.BROKEN)).isEmpty();
    assertThat(status.lines()).allMatch(line -> line.at().isEmpty());
  }

  @Test
  void whatRunsWinsOverWhatWasSeenOnce() {
    ScriptedTwin twin = new ScriptedTwin(intended);
    twin.answer("/derp/latency-check", 200, "<html>");
    Scene scene =
        Scene.described(intended, URI.create("https://elsewhere.example.com"))
            .asking(twin, Optional.of(twin.ownerToken()));
    Instant now = THEN.plus(Duration.ofDays(1));
    LiveAnswers live = LiveAnswers.of(scene, Diagnosis.of(scene), now);

    Status status =
        Status.of(
            intended,
            Optional.of(PastRun.of(report(Map.of(), Optional.empty()))),
            Optional.of(live));

    assertThat(status.in(State.BROKEN)).extracting(Line::title).containsExactly(DERP);
    assertThat(line(DERP, status).evidence()).isEqualTo("live");
    assertThat(line(DERP, status).at()).contains(now);
  }

  @Test
  void aReportIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
    Report report = report(Map.of(), Optional.empty());
    Path file = folder.resolve("report.json");
    JsonReport.write(report, file);

    assertThat(PastRun.read(file)).isEqualTo(PastRun.of(report));
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', is no report.json of version 1",
    "'nonsense', is no JSON",
    "'{\"schemaVersion\":1,\"startedAt\":\"yesterday\"}', is damaged",
    "'{\"schemaVersion\":1,\"startedAt\":\"2025-12-02T08:00:00Z\",\"practices\":[{\"verdict\":\"MAYBE\"}]}',"
        + " is damaged",
  })
  void whatIsNoReportIsRefused(String text, String message, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), text);

    assertThatThrownBy(() -> PastRun.read(file))
        .isInstanceOf(PastRun.Unreadable.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"PT30S, now", "PT12M, 12 min ago", "PT3H, 3 h ago", "P5D, 5 days ago"})
  void ageIsSaidInAFewWords(Duration age, String text) {
    assertThat(Age.of(THEN, THEN.plus(age))).isEqualTo(text);
  }
}
