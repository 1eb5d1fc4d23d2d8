package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Backend;
import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.RunningTwin;
import dev.atoll.itest.twin.database.PostgreSql;

/**
 * Where twins of a deployment run, one after the other: on one PostgreSQL, with what its clusters'
 * Secrets hold, and with the rotation's own job.
 *
 * @param deployed the deployment
 * @param database behind the writer; what one twin leaves there, the next one finds
 */
record Testbed(Deployed deployed, PostgreSql database) implements AutoCloseable {

  /** What plays Coder and LiteLLM, their load balancers, and Route 53. */
  static final String STAND_INS = "twin";

  /** One with an empty database. */
  static Testbed of(Deployed deployed) {
    return new Testbed(deployed, PostgreSql.start());
  }

  /**
   * Starts a twin of what the deployment's APIs say.
   *
   * @param run tells what the topology intends, and hears what is missing
   * @throws RuntimeException saying what does not start
   */
  RunningTwin twin(Run run, Facts read) {
    run.progress().say("starting the deployment's twin");
    RunningTwin twin =
        RunningTwin.of(read.intending(run.topology().facts()))
            .database(database)
            .secrets(new ClusterSecrets(deployed.clusters()))
            .jobs(new RotationJob(run, deployed))
            .start();
    twin.missing().forEach(each -> run.log().notice("The twin: " + each));
    run.log().backend(backend());
    return twin;
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

  @Override
  public void close() {
    database.close();
  }
}
