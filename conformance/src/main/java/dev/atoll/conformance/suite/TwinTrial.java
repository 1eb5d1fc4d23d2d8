package dev.atoll.conformance.suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.Report;
import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.RunningTwin;
import dev.atoll.practice.Asked;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The twin of a deployment that was read back, and what is asked of it and tried on it. */
final class TwinTrial {

  /** Rows about what the tool itself does with something that runs. */
  private static final Map<String, Function<TwinTrial, PromiseOutcome>> PROMISES =
      Map.of(
          "PRX-8", trial -> DiagnosisPromise.of(trial.run.topology(), trial.twin),
          "OPS-3", trial -> StatusPromise.of(trial.run.topology(), trial.twin, trial.soFar()));

  private final Run run;
  private final RunningTwin twin;
  private final String restsOn;

  private TwinTrial(Run run, RunningTwin twin, String restsOn) {
    this.run = run;
    this.twin = twin;
    this.restsOn = restsOn;
  }

  /**
   * Builds it from what the deployment's APIs say.
   *
   * @param others the stand-ins besides the twin's own without which it would be another
   * @throws RuntimeException saying what is missing or did not start
   */
  static TwinTrial start(Run run, Testbed testbed, Facts read, List<String> others) {
    List<String> standIns = new ArrayList<>(List.of(Testbed.STAND_INS));
    standIns.addAll(others);
    return new TwinTrial(run, testbed.twin(run, read), String.join(", ", standIns));
  }

  /** The rows of the run that want traffic and can have it here. */
  static List<Practice> rows(Run run) {
    return run.wanting(EvidenceKind.TRAFFIC).stream()
        .filter(
            practice ->
                practice instanceof Asked
                    || practice instanceof Tried
                    || PROMISES.containsKey(practice.about().id()))
        .toList();
  }

  /** Notes for every row why there is no twin. */
  static void notRun(Run run, String why) {
    rows(run)
        .forEach(
            row -> run.log().add(Evidence.notRun(row.about().id(), EvidenceKind.TRAFFIC, why)));
  }

  /** A test per row that is asked and tried here; closing them ends the twin. */
  Stream<DynamicTest> verdicts() {
    return rows(run).stream()
        .map(
            row ->
                dynamicTest(
                    row.about().id() + " on the twin",
                    () -> judge(row).forEach(judged -> Verdicts.require(row, judged))))
        .onClose(twin::close);
  }

  /** Asks and tries what a row wants, or sees whether a promise of the tool is kept. */
  private List<Judgement> judge(Practice practice) {
    List<Judgement> judgements = new ArrayList<>();
    Function<TwinTrial, PromiseOutcome> promise = PROMISES.get(practice.about().id());
    if (promise != null) {
      judgements.add(told(practice, () -> Trial.judgement(practice, promise.apply(this))));
    }
    if (practice instanceof Asked row) {
      judgements.add(told(practice, () -> row.ask(twin, twin.facts())));
    }
    if (practice instanceof Tried row) {
      judgements.add(told(practice, () -> row.attempt(twin)));
    }
    return judgements;
  }

  private Report soFar() {
    return run.log().report(run.topology().name(), Instant.now(), Duration.ZERO);
  }

  private Judgement told(Practice practice, Supplier<Judgement> trial) {
    run.progress().say("%s on the twin".formatted(practice.about().id()));
    long before = System.nanoTime();
    Judgement judgement = trial.get();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    run.log()
        .add(
            Evidence.of(practice.about().id(), EvidenceKind.TRAFFIC, judgement, took)
                .restingOn(restsOn));
    return judgement;
  }
}
