package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.practice.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(report.unhonoured())
        .singleElement()
        .asString()
        .startsWith("main.tf:1")
        .contains("without a reason");
  }

  @Test
  void aCommentForAnotherPracticeAcceptsNothing() throws IOException {
    Files.writeString(code, "# atoll:ignore RUN-4 wrong one\n" + DEFECT);
    assertThat(Fixtures.report(folder).fails(Severity.ERROR)).isTrue();
  }

  @Test
  void aCommentThatCountsForNothingIsSaidWhereverItStands() throws IOException {
    Files.writeString(
        code,
        """
        # atoll:ignore RUN-99 there is none
        # atoll:ignore
        # atoll:ignore DNS-5 long repaired
        # atoll:ignore RUN-3, RUN-4 until the chart can do it
        """
            + DEFECT
            + "# atoll:ignore RUN-3\n");
    AuditReport report = Fixtures.report(folder);
    assertThat(report.open(Severity.NOTE)).isEmpty();
    assertThat(report.unhonoured())
        .containsExactly(
            "main.tf:1 accepts RUN-99, and there is no such practice",
            "main.tf:2 accepts nothing: it names no practice, such as DNS-5",
            "main.tf:3 accepts DNS-5, which was not found there",
            "main.tf:4 accepts RUN-4, which was not found there",
            "main.tf:10 accepts RUN-3 without a reason, which counts for nothing");
  }

  @Test
  void aCommentThatDoesNotTouchTheLineAcceptsNothing() throws IOException {
    Files.writeString(code, "# atoll:ignore RUN-3 until then\n\n" + DEFECT);
    AuditReport report = Fixtures.report(folder);
    assertThat(report.fails(Severity.ERROR)).isTrue();
    assertThat(report.unhonoured())
        .containsExactly("main.tf:1 accepts RUN-3, which was not found there");
  }

  /** Two single servers are one finding with two places: whoever accepts it says so at one. */
  @Test
  void aFindingOfSeveralPlacesIsAcceptedAtAnyOfThem() throws IOException {
    for (String region : List.of("us-east-2", "us-west-2")) {
      Files.writeString(
          Files.createDirectories(folder.resolve(region)).resolve("main.tf"),
          """
          provider "aws" {
            region = "%s"
          }

          resource "aws_eks_cluster" "a" {
            name = "a"
          }

          provider "helm" {
            kubernetes {
              host = aws_eks_cluster.a.endpoint
            }
          }

          %s
          resource "helm_release" "coder" {
            name    = "coder"
            chart   = "coder"
            version = "2.27.1"
          }
          """
              .formatted(
                  region,
                  region.equals("us-west-2") ? "# atoll:ignore CDR-8 the licence is ordered" : ""));
    }
    AuditReport report = Fixtures.report(folder);
    assertThat(report.entries())
        .filteredOn(entry -> entry.ids().equals("CDR-8"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.finding().where()).hasSize(2);
              assertThat(entry.accepted()).contains("the licence is ordered");
            });
    assertThat(report.unhonoured()).isEmpty();
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
