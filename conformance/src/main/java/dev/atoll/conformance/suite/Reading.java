package dev.atoll.conformance.suite;

import java.util.Optional;

/**
 * Where facts were read.
 *
 * @param name for the report: "synthesized JSON"
 * @param primary whether it is the one that decides for its kind of evidence; another reading of
 *     the same kind adds verdicts and is silent about what it cannot see
 * @param standIn the stand-in that some of the facts come from
 */
record Reading(String name, boolean primary, Optional<StandIn> standIn) {

  /** One that decides. */
  static Reading of(String name) {
    return new Reading(name, true, Optional.empty());
  }

  /** One beside another. */
  static Reading beside(String name) {
    return new Reading(name, false, Optional.empty());
  }

  /** The same, with a stand-in. */
  Reading with(StandIn other) {
    return new Reading(name, primary, Optional.of(other));
  }
}
