package dev.atoll.facts.database;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * What was decided for the day on which the Region of a database is lost.
 *
 * @param region the Region
 * @param cluster the database
 * @param recovery what was decided
 */
public record RegionLoss(
    Source source, Ref ref, Value<Region> region, Value<Ref> cluster, Value<Recovery> recovery)
    implements Fact {

  /**
   * The choices. Aurora PostgreSQL has no cross-Region read replica of its own: a global database
   * is that replica.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html">Switchover
   *     and failover of a global database</a>
   */
  public enum Recovery {
    /** Nothing elsewhere. */
    NONE(
        "no copy elsewhere",
        "as long as AWS takes to bring the Region back; what it does not bring back is lost",
        "nothing"),
    /** Snapshots that AWS Backup copies to another Region. */
    SNAPSHOT_COPIES(
        "snapshots copied to another Region",
        "hours, for a new cluster and new secrets; what was written since the last copy is lost",
        "backup storage and transfer per GB"),
    /** A cluster in another Region that follows. */
    GLOBAL_DATABASE(
        "an Aurora global database",
        "minutes, once somebody decides; about a second of writes is lost",
        "at least 0.5 ACU in a second Region, about 44 USD a month, replicated writes and the"
            + " storage once more");

    private final String text;
    private final String time;
    private final String price;

    Recovery(String text, String time, String price) {
      this.text = text;
      this.time = time;
      this.price = price;
    }

    @Override
    public String toString() {
      return "%s (recovery: %s; price: %s)".formatted(text, time, price);
    }
  }
}
