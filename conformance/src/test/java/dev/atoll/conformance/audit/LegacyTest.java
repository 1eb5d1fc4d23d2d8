package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.practice.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Living with findings: a baseline that is strict, and comments that give a reason. */
class LegacyTest {

  private static final String DEFECT =
      """
      resource "null_resource" "patch" {
        provisioner "local-exec" {
          command = "kubectl patch svc coder"
        }
      }
      """;

  @TempDir private Path folder;
  private Path code;

  @BeforeEach
  void aDefect() throws IOException {
    code = Files.writeString(folder.resolve("main.tf"), DEFECT);
  }

  private AuditReport known() {
    Path file = folder.resolve("baseline.json");
    Baseline.write(file, Fixtures.report(folder).entries());
    return Fixtures.report(folder, Baseline.read(file));
  }

  @Test
  void whatIsKnownDoesNotFail() {
    assertThat(Fixtures.report(folder).fails(Severity.ERROR)).isTrue();
    assertThat(known().fails(Severity.ERROR)).isFalse();
    assertThat(known().entries()).allMatch(Entry::known);
  }

  @Test
  void linesMayMove() throws IOException {
    known();
    Files.writeString(code, "# moved\n\n\n" + DEFECT);
    Baseline before = Baseline.read(folder.resolve("baseline.json"));
    assertThat(Fixtures.report(folder, before).fails(Severity.ERROR)).isFalse();
  }

  @Test
  void whatIsNewFails() throws IOException {
    known();
    Files.writeString(code, DEFECT + DEFECT.replace("\"patch\"", "\"other\""));
    Baseline before = Baseline.read(folder.resolve("baseline.json"));
    assertThat(Fixtures.report(folder, before).open(Severity.ERROR)).hasSize(1);
  }

  @Test
  void whatIsGoneMustBeTakenOut() throws IOException {
    known();
    Files.writeString(code, "# nothing\n");
    AuditReport report = Fixtures.report(folder, Baseline.read(folder.resolve("baseline.json")));
    assertThat(report.vanished()).singleElement().asString().contains("RUN-3");
    assertThat(report.fails(Severity.ERROR)).isTrue();
  }

  @Test
  void aBaselineThatIsNoneSaysHowToMakeOne() throws IOException {
    Path none = Files.writeString(folder.resolve("x.json"), "{");
    assertThatThrownBy(() -> Baseline.read(none))
        .isInstanceOf(UnusableBaseline.class)
        .hasMessageContaining("--write-baseline");
  }

  @Test
  void aCommentWithAReasonAccepts() throws IOException {
    Files.writeString(code, "# atoll:ignore RUN-3 until the chart can do it\n" + DEFECT);
    AuditReport report = Fixtures.report(folder);
    assertThat(report.entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.accepted()).contains("until the chart can do it"));
    assertThat(report.fails(Severity.ERROR)).isFalse();
  }

  @Test
  void aCommentWithoutAReasonCountsForNothing() throws IOException {
    Files.writeString(code, "# atoll:ignore RUN-3\n" + DEFECT);
    AuditReport report = Fixtures.report(folder);
    assertThat(report.fails(Severity.ERROR)).isTrue();
    assertThat(report.unreasoned()).singleElement().asString().startsWith("main.tf:1");
  }

  @Test
  void aCommentForAnotherPracticeAcceptsNothing() throws IOException {
    Files.writeString(code, "# atoll:ignore RUN-4 wrong one\n" + DEFECT);
    assertThat(Fixtures.report(folder).fails(Severity.ERROR)).isTrue();
  }

  @Test
  void whatIsAcceptedInOnePlaceIsOpenInTheOthers() throws IOException {
    String other = DEFECT.replace("\"patch\"", "\"other\"");
    Files.writeString(code, "# atoll:ignore RUN-3 until the chart can do it\n" + DEFECT + other);
    AuditReport report = Fixtures.report(folder);
    assertThat(report.entries()).hasSize(2);
    assertThat(report.open(Severity.ERROR))
        .singleElement()
        .satisfies(entry -> assertThat(entry.finding().what()).contains("null_resource.other"));
  }

  @Test
  void theSameInSeveralPlacesIsOneFindingOfWhichTheBaselineKnowsEveryPart() throws IOException {
    String other = DEFECT.replace("\"patch\"", "\"other\"");
    Files.writeString(code, DEFECT + other);
    assertThat(Fixtures.report(folder).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.finding().where()).hasSize(2));
    assertThat(known().open(Severity.ERROR)).isEmpty();

    Files.writeString(code, DEFECT);
    Baseline before = Baseline.read(folder.resolve("baseline.json"));
    assertThat(Fixtures.report(folder, before).vanished()).hasSize(1);
  }
}
