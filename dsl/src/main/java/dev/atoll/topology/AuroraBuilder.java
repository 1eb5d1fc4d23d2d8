package dev.atoll.topology;

import dev.atoll.aws.Acu;
import dev.atoll.facts.Source;
import dev.atoll.facts.database.RegionLoss.Recovery;
import java.util.Optional;

/** Describes an Aurora PostgreSQL Serverless v2 cluster. One writer, protected, unless said. */
public final class AuroraBuilder implements Builder {

  private final Source at;
  private Acu min = Units.acu(0.5);
  private Acu max;
  private Optional<Reason> reader = Optional.empty();
  private boolean throwAway;
  private Recovery recovery = Recovery.NONE;

  AuroraBuilder(Source at, Acu max) {
    this.at = at;
    this.max = max;
  }

  /** One instance, which writes and reads. What a cluster has unless said. */
  public AuroraBuilder writerOnly() {
    this.reader = Optional.empty();
    return this;
  }

  /**
   * A second instance that only reads: at least 0.5 ACU around the clock, about 44 USD a month.
   * Coder never reads from it.
   */
  public AuroraBuilder reader(Reason because) {
    this.reader = Optional.of(because);
    return this;
  }

  /** The limits between which it scales; the lower one is paid for every hour. */
  public AuroraBuilder capacity(Acu min, Acu max) {
    this.min = min;
    this.max = max;
    return this;
  }

  /** For environments that come and go: no protection against deletion, no final snapshot. */
  public AuroraBuilder throwAway() {
    this.throwAway = true;
    return this;
  }

  /** What happens when its Region is lost; nothing elsewhere unless said. */
  public AuroraBuilder ifItsRegionIsLost(Recovery choice) {
    this.recovery = choice;
    return this;
  }

  AuroraDesign design() {
    return new AuroraDesign(at, min, max, reader, throwAway, recovery);
  }
}
