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
    PromiseOutcome outcome = trial.get();
    List<Finding> findings =
        outcome.broken().stream()
            .map(
                what ->
                    new Finding(
                        practice.about(), what, List.of(), practice.about().fix(), List.of()))
            .toList();
    boolean kept = findings.isEmpty();
    String detail = kept ? outcome.shown() : String.join("; ", outcome.broken());
    Judgement judgement = new Judgement(kept ? Verdict.PASS : Verdict.FAIL, detail, findings);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    run.log().add(Evidence.of(practice.about().id(), kind, judgement, took));
    if (!kept) {
      throw new AssertionFailedError(detail);
    }
  }
}
