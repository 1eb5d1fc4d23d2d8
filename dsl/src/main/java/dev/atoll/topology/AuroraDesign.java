package dev.atoll.topology;

import dev.atoll.aws.Acu;
import dev.atoll.facts.Source;
import dev.atoll.facts.database.RegionLoss.Recovery;
import java.util.Optional;

/**
 * An Aurora PostgreSQL Serverless v2 cluster.
 *
 * @param at the builder call that described it
 * @param min its capacity when idle
 * @param max its capacity at peaks
 * @param reader why there is a reader instance; empty when there is none
 * @param throwAway whether it may be deleted without protection and final snapshot
 * @param recovery what happens when its Region is lost
 */
public record AuroraDesign(
    Source at, Acu min, Acu max, Optional<Reason> reader, boolean throwAway, Recovery recovery) {

  /**
   * The version of Aurora PostgreSQL. It is offered and in use with Serverless v2; whether a newer
   * minor version is, or one with long-term support, was not compared with AWS's list.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html">Updates
   *     of Aurora PostgreSQL</a>
   */
  public static final String ENGINE_VERSION = "16.6";

  /** The TCP port on which it listens. */
  public static final int PORT = 5432;

  /** For how many days automated backups are kept. */
  public int backupDays() {
    return throwAway ? 1 : 14;
  }
}
