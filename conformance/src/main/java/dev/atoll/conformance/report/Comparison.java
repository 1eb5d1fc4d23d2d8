package dev.atoll.conformance.report;

import java.util.List;

/**
 * A report held against what was expected of it.
 *
 * @param regressions what got lost, or failed without being expected to
 * @param gained what passes and is not written down yet
 */
public record Comparison(List<Difference> regressions, List<Difference> gained) {

  public Comparison {
    regressions = List.copyOf(regressions);
    gained = List.copyOf(gained);
  }

  /** Whether nothing got lost. A gain is no fault. */
  public boolean holds() {
    return regressions.isEmpty();
  }
}
