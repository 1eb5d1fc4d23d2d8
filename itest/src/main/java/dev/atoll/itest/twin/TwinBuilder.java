package dev.atoll.itest.twin;

import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.traffic.TrafficException;
import java.util.Objects;

/** Says what a twin is made from. */
public final class TwinBuilder {

  private final Facts facts;
  private PostgreSql postgres;
  private SecretValues secrets = SecretValues.NONE;
  private JobRunner jobs = JobRunner.NONE;

  TwinBuilder(Facts facts) {
    this.facts = facts;
  }

  /** The PostgreSQL behind the writer; it outlives the twin. */
  public TwinBuilder database(PostgreSql server) {
    postgres = server;
    return this;
  }

  /** What the clusters' Secrets hold. It is asked again whenever somebody looks. */
  public TwinBuilder secrets(SecretValues values) {
    secrets = values;
    return this;
  }

  /** Who runs the command of a CronJob. */
  public TwinBuilder jobs(JobRunner runner) {
    jobs = runner;
    return this;
  }

  /**
   * Starts everything and waits until it listens. What does not start is {@link
   * RunningTwin#missing()}.
   *
   * @throws TrafficException when the twin itself cannot be set up
   */
  public RunningTwin start() {
    Objects.requireNonNull(postgres, "database(…) says which PostgreSQL is behind the writer");
    return new RunningTwin(new Parts(facts, postgres, secrets, jobs));
  }

  /** What was said. */
  record Parts(Facts facts, PostgreSql postgres, SecretValues secrets, JobRunner jobs) {}
}
