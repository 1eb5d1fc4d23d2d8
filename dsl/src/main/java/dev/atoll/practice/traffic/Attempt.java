package dev.atoll.practice.traffic;

import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.util.function.Consumer;

/** One trial on a twin, which is healed whatever comes of it. */
public final class Attempt {

  private Attempt() {}

  /**
   * Tries something.
   *
   * @param nothing why there may have been nothing to try
   * @param trial notes what it sees; a {@link TrafficException} leaves the row open
   */
  public static Judgement on(Twin twin, About about, String nothing, Consumer<Inspection> trial) {
    Inspection inspection = new Inspection(about);
    try {
      if (twin.regions().isEmpty()) {
        inspection.undecided("no Region of the twin has a Coder server");
      } else {
        trial.accept(inspection);
      }
    } catch (TrafficException e) {
      inspection.undecided(e.getMessage());
    } finally {
      twin.heal();
    }
    return inspection.judgement(nothing);
  }
}
