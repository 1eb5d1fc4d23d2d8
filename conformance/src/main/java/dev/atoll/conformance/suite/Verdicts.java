package dev.atoll.conformance.suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atoll.facts.Facts;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** One JUnit test per practice, over the same facts. */
final class Verdicts {

  private Verdicts() {}

  /** Judges by every practice of the run. */
  static Stream<DynamicTest> over(Run run, Facts facts, Reading reading) {
    return run.practices().stream()
        .map(
            practice ->
                dynamicTest(
                    practice.about().id() + " " + practice.about().title(),
                    () -> require(practice, run.judge(practice, facts, reading))));
  }

  /** Fails the test when an error was found; warnings and notes are in the evidence. */
  static void require(Practice practice, Judgement judgement) {
    if (judgement.verdict() == Verdict.FAIL
        && judgement.severity().orElse(practice.about().severity()) == Severity.ERROR) {
      throw new AssertionFailedError(
          judgement.findings().stream().map(Finding::what).collect(Collectors.joining("\n")));
    }
  }
}
