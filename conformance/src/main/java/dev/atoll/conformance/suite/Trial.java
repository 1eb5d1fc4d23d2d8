package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Evidence;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** Tries a promise and keeps what it came to as evidence. */
final class Trial {

  private Trial() {}

  /**
   * Tries it.
   *
   * @throws AssertionFailedError when it is broken
   */
  static void record(
      Run run, Practice practice, EvidenceKind kind, Supplier<PromiseOutcome> trial) {
    long before = System.nanoTime();
    Judgement judgement = judgement(practice, trial.get());
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    run.log().add(Evidence.of(practice.about().id(), kind, judgement, took));
    if (judgement.verdict() != Verdict.PASS) {
      throw new AssertionFailedError(judgement.detail());
    }
  }

  /** What an outcome means for its row. */
  static Judgement judgement(Practice practice, PromiseOutcome outcome) {
    List<Finding> findings =
        outcome.broken().stream()
            .map(
                what ->
                    new Finding(
                        practice.about(), what, List.of(), practice.about().fix(), List.of()))
            .toList();
    boolean kept = findings.isEmpty();
    String detail = kept ? outcome.shown() : String.join("; ", outcome.broken());
    return new Judgement(kept ? Verdict.PASS : Verdict.FAIL, detail, findings);
  }
}
