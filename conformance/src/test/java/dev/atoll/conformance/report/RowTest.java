package dev.atoll.conformance.report;

import static dev.atoll.practice.EvidenceKind.APPLIED;
import static dev.atoll.practice.EvidenceKind.MODEL;
import static dev.atoll.practice.EvidenceKind.PLAN;
import static dev.atoll.practice.EvidenceKind.TRAFFIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {

  private static final About NET_5 = About.practice("NET-5", "diagnosis").wants(PLAN, TRAFFIC);

  /** Evidence reads "kind verdict", with a star where it rests on a stand-in. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          plan PASS, traffic PASS,                       PASS,           2 of 2
          plan PASS, traffic PASS*,                      PASS_STAND_IN,  2 of 2
          plan PASS, ,                                   NOT_RUN,        1 of 2
          plan PASS, traffic NOT_RUN,                    NOT_RUN,        1 of 2
          plan PASS, traffic NOT_APPLICABLE,             NOT_APPLICABLE, 1 of 2
          plan PASS, traffic UNKNOWN,                    UNKNOWN,        1 of 2
          plan PASS, traffic FAIL,                       FAIL,           1 of 2
          plan UNKNOWN, ,                                UNKNOWN,        0 of 2
          plan UNKNOWN, traffic FAIL,                    FAIL,           0 of 2
          plan FAIL, ,                                   FAIL,           0 of 2
          plan FAIL*, traffic PASS,                      FAIL,           1 of 2
          , ,                                            NOT_RUN,        0 of 2
          plan PASS; plan PASS*, traffic PASS,           PASS_STAND_IN,  2 of 2
          plan PASS; plan FAIL, traffic PASS,            FAIL,           1 of 2
          plan PASS; plan NOT_RUN, traffic PASS,         NOT_RUN,        1 of 2
          plan PASS; applied PASS, ,                     NOT_RUN,        1 of 2
          plan PASS; applied NOT_RUN, traffic PASS,      PASS,           2 of 2
          plan PASS; applied UNKNOWN, traffic PASS,      PASS,           2 of 2
          plan PASS; applied FAIL, traffic PASS,         FAIL,           2 of 2
          """)
  void worstOfWhatIsWantedDecides(String first, String second, Outcome outcome, String progress) {
    Row row = new Row(NET_5, evidence(first, second));

    assertThat(row.outcome()).isEqualTo(outcome);
    assertThat(row.verdict()).isEqualTo(outcome.verdict());
    assertThat(row.progress()).hasToString(progress);
  }

  @Test
  void marksEveryWantedKindAndEveryKindSeen() {
    Row row = new Row(NET_5, evidence("applied PASS", "model PASS"));

    assertThat(row.marks()).extracting(Mark::kind).containsExactly(MODEL, PLAN, APPLIED, TRAFFIC);
    assertThat(row.marks()).extracting(Mark::wanted).containsExactly(false, true, false, true);
    assertThat(row.marks().get(1).outcome()).isEqualTo(Outcome.NOT_RUN);
  }

  @Test
  void whatSeveralLooksFoundAlikeIsSaidOnceWithAllItsPlaces() {
    Source plan = new Source(Origin.PLAN, "aws_vpc.a");
    Source state = new Source(Origin.STATE, "aws_vpc.a");
    Source read = new Source(Origin.APPLIED, "vpc-1");
    Row row =
        new Row(
            NET_5,
            List.of(
                failed(PLAN, Finding.of(NET_5, "it is cut", plan)),
                failed(PLAN, Finding.of(NET_5, "it is cut", state)),
                failed(APPLIED, Finding.of(NET_5, "it is cut", read)),
                failed(
                    APPLIED,
                    Finding.of(NET_5, "it is slow", read),
                    Finding.of(NET_5, "it is cut", read).fix("another"))));

    assertThat(row.findings())
        .extracting(
            Finding::what, finding -> finding.where().stream().map(Object::toString).toList())
        .containsExactly(
            tuple("it is cut", List.of(plan.toString(), read.toString())),
            tuple("it is slow", List.of(read.toString())),
            tuple("it is cut", List.of(read.toString())));
  }

  private static Evidence failed(EvidenceKind kind, Finding... findings) {
    return Evidence.of(
        NET_5.id(), kind, new Judgement(Verdict.FAIL, "", List.of(findings)), Duration.ZERO);
  }

  @Test
  void nothingWantedAndNothingSeenIsNotRun() {
    assertThat(new Row(About.practice("X-1", "x"), List.of()).verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void countsStandInsApart() {
    Row row = new Row(NET_5, evidence("plan PASS", "traffic PASS*"));

    assertThat(row.progress()).isEqualTo(new Progress(2, 1, 2));
    assertThat(row.progress().partial()).isFalse();
    assertThat(new Row(NET_5, evidence("plan PASS", null)).progress().partial()).isTrue();
    assertThat(new Row(NET_5, List.of()).progress().partial()).isFalse();
  }

  @Test
  void refusesEvidenceAboutAnother() {
    Evidence other = Evidence.notRun("NET-4", PLAN, "x");

    assertThatThrownBy(() -> new Row(NET_5, List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Evidence about NET-4 in the row of NET-5");
  }

  private static List<Evidence> evidence(String first, String second) {
    return Arrays.stream(new String[] {first, second})
        .filter(cell -> cell != null)
        .flatMap(cell -> Arrays.stream(cell.split("; ", -1)))
        .map(RowTest::piece)
        .toList();
  }

  private static Evidence piece(String text) {
    String[] word = text.split(" ", -1);
    EvidenceKind kind = EvidenceKind.valueOf(word[0].toUpperCase(Locale.ROOT));
    Verdict verdict = Verdict.valueOf(word[1].replace("*", ""));
    Evidence evidence =
        Evidence.of("NET-5", kind, new Judgement(verdict, "d", List.of()), Duration.ZERO);
    return word[1].endsWith("*") ? evidence.restingOn("twin") : evidence;
  }
}
