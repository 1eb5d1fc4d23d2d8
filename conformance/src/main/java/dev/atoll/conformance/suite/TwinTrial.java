package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Backend;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.Report;
import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.RunningTwin;
import dev.atoll.itest.twin.database.PostgreSql;
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

/** The twin of a deployment that was read back, and what is asked of it and tried on it. */
final class TwinTrial implements AutoCloseable {

  /** Rows about what the tool itself does with something that runs. */
  private static final Map<String, Function<TwinTrial, PromiseOutcome>> PROMISES =
      Map.of(
          "PRX-8", trial -> DiagnosisPromise.of(trial.run.topology(), trial.twin),
          "OPS-3", trial -> StatusPromise.of(trial.run.topology(), trial.twin, trial.soFar()));

  /** What plays Coder and LiteLLM, their load balancers, and Route 53. */
  static final String STAND_INS = "twin";

  private final Run run;
  private final PostgreSql database;
  private final RunningTwin twin;

  private TwinTrial(Run run, PostgreSql database, RunningTwin twin) {
    this.run = run;
    this.database = database;
    this.twin = twin;
  }

  /**
   * Builds it from what the deployment's APIs say.
   *
   * @throws RuntimeException saying what is missing or did not start
   */
  static TwinTrial start(Run run, Deployed deployed) {
    run.progress().say("starting the deployment's twin");
    Facts facts = deployed.readClusters().intending(run.topology().facts());
    PostgreSql database = PostgreSql.start();
    try {
      RunningTwin twin =
          RunningTwin.of(facts)
              .database(database)
              .secrets(new ClusterSecrets(deployed.clusters()))
              .jobs(new RotationJob(run, deployed))
              .start();
      twin.missing().forEach(each -> run.log().notice("The twin: " + each));
      run.log().backend(backend());
      return new TwinTrial(run, database, twin);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Backend backend() {
    return new Backend(
        STAND_INS,
        "Coder, LiteLLM, load balancers and DNS answers on loopback, each as what was read back"
            + " says, by tables of what the real ones do; its PostgreSQL, TLS and HTTP are real",
        "Atoll's own",
        Backend.Nature.STAND_IN,
        "no pods run here, and nothing of AWS carries traffic");
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

  /** Asks and tries what a row wants, or sees whether a promise of the tool is kept. */
  List<Judgement> judge(Practice practice) {
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
                .restingOn(STAND_INS));
    return judgement;
  }

  @Override
  public void close() {
    twin.close();
    database.close();
  }
}
