package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedVerdictsTest {

  private static final Set<String> KNOWN = Set.of("NET-3", "LB-1");

  /** "no line" on the left: the file is silent; on the right: the run brought no evidence. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PASS,           PASS,           as expected
          PASS stand-in,  PASS stand-in,  as expected
          FAIL,           FAIL,           as expected
          NOT_RUN,        none,           as expected
          none,           none,           as expected
          none,           NOT_RUN,        as expected
          none,           UNKNOWN,        as expected
          none,           NOT_APPLICABLE, as expected
          PASS,           none,           regression
          PASS,           NOT_RUN,        regression
          PASS,           UNKNOWN,        regression
          PASS,           NOT_APPLICABLE, regression
          PASS,           FAIL,           regression
          PASS,           PASS stand-in,  regression
          PASS stand-in,  NOT_RUN,        regression
          none,           FAIL,           regression
          NOT_RUN,        FAIL,           regression
          FAIL,           NOT_RUN,        regression
          FAIL,           UNKNOWN,        regression
          none,           PASS,           gained
          none,           PASS stand-in,  gained
          NOT_RUN,        PASS,           gained
          FAIL,           PASS,           gained
          PASS stand-in,  PASS,           gained
          """)
  void comparesLineByLine(String expected, String actual, String result) {
    String file = expected.equals("none") ? "" : "NET-3 applied " + expected;
    EvidenceLog log = new EvidenceLog(catalogue());
    if (!actual.equals("none")) {
      log.add(evidence(actual));
    }

    Comparison comparison = parse(file).compare(report(log));

    assertThat(comparison.regressions()).hasSize(result.equals("regression") ? 1 : 0);
    assertThat(comparison.gained()).hasSize(result.equals("gained") ? 1 : 0);
    assertThat(comparison.holds()).isEqualTo(!result.equals("regression"));
  }

  @Test
  void aRunAboutSomePracticesMayBringNothingThatNobodyAskedFor() {
    Report report = report(new EvidenceLog(catalogue()));
    ExpectedVerdicts besides = parse("NET-3 model PASS");

    assertThat(besides.compare(report).holds()).isFalse();
    assertThat(besides.askedOf(report).compare(report).holds()).isTrue();
    assertThat(parse("NET-3 applied PASS").askedOf(report).compare(report).holds()).isFalse();
  }

  @Test
  void namesWhatWasLostAndTheLineToAdd() {
    EvidenceLog log = new EvidenceLog(catalogue());
    log.add(
        Evidence.of(
                "LB-1",
                EvidenceKind.CLUSTER,
                new Judgement(Verdict.PASS, "looked", List.of()),
                Duration.ZERO)
            .restingOn("controller"));
    log.add(Evidence.notRun("NET-3", EvidenceKind.APPLIED, "no emulator"));

    Comparison comparison = parse("NET-3 applied PASS").compare(report(log));

    assertThat(comparison.regressions())
        .singleElement()
        .hasToString("NET-3 applied lost PASS, is now NOT RUN: no emulator");
    assertThat(comparison.gained())
        .singleElement()
        .hasToString(
            "LB-1 cluster gained PASS (stand-in); add this line: LB-1 cluster PASS stand-in");
    String line = comparison.gained().get(0).line();
    assertThat(parse(line + "\nNET-3 applied NOT_RUN").compare(report(log)))
        .isEqualTo(new Comparison(List.of(), List.of()));
  }

  @Test
  void aPracticeThatIsLeftOutIsLostUnlessTheRunWasNotAboutIt() {
    ExpectedVerdicts expected = parse("LB-1 cluster PASS\nNET-3 applied PASS");
    EvidenceLog log = new EvidenceLog(List.of(catalogue().get(0)));
    log.add(evidence("PASS"));

    assertThat(expected.compare(report(log)).regressions())
        .extracting(Difference::practice)
        .containsExactly("LB-1");
    assertThat(expected.only(Set.of("NET-3")).compare(report(log)).holds()).isTrue();
  }

  @Test
  void readsCommentsAndAnyCase() {
    String file = "# expected\n\n NET-3  APPLIED pass # a comment\nLB-1 cluster PASS stand-in\n";

    assertThat(parse(file).outcomes().values())
        .containsExactly(Outcome.PASS_STAND_IN, Outcome.PASS);
  }

  @Test
  void listsEveryLineThatIsWrong() {
    String file =
        """
        NET-99 applied PASS
        NET-3 magic PASS
        NET-3 applied GREAT
        NET-3 applied
        NET-3 applied PASS really
        NET-3 applied FAIL stand-in
        NET-3 plan PASS
        NET-3 plan PASS
        """;

    assertThatThrownBy(() -> parse(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            expected.txt:1: the catalogue has no practice NET-99
            expected.txt:2: there is no kind of evidence "magic"
            expected.txt:3: there is no verdict "GREAT"
            expected.txt:4: expected "ID KIND VERDICT [stand-in]", found "NET-3 applied"
            expected.txt:5: expected "ID KIND VERDICT [stand-in]", found "NET-3 applied PASS really"
            expected.txt:6: only a PASS is told apart by stand-in
            expected.txt:8: NET-3 plan is there twice\
            """);
  }

  private static ExpectedVerdicts parse(String text) {
    return ExpectedVerdicts.parse(text, "expected.txt", KNOWN);
  }

  private static List<Practice> catalogue() {
    return List.of(
        new Awaited(About.practice("NET-3", "routes").wants(EvidenceKind.APPLIED)),
        new Awaited(About.practice("LB-1", "balancer").wants(EvidenceKind.CLUSTER)));
  }

  private static Evidence evidence(String outcome) {
    String[] word = outcome.split(" ", -1);
    Judgement judgement = new Judgement(Verdict.valueOf(word[0]), "detail", List.of());
    Evidence evidence = Evidence.of("NET-3", EvidenceKind.APPLIED, judgement, Duration.ZERO);
    return word.length == 1 ? evidence : evidence.restingOn("a stand-in");
  }

  private static Report report(EvidenceLog log) {
    return log.report("t", Instant.EPOCH, Duration.ZERO);
  }
}
