package dev.atoll.conformance.suite;

import java.util.List;

/**
 * Where facts were read.
 *
 * @param name for the report: "synthesized JSON"
 * @param primary whether it is the one that decides for its kind of evidence; another reading of
 *     the same kind adds verdicts and is silent about what it cannot see
 * @param standIns the stand-ins that some of the facts come from
 */
record Reading(String name, boolean primary, List<StandIn> standIns) {

  Reading {
    standIns = List.copyOf(standIns);
  }

  /** One that decides. */
  static Reading of(String name) {
    return new Reading(name, true, List.of());
  }

  /** One beside another. */
  static Reading beside(String name) {
    return new Reading(name, false, List.of());
  }

  /** The same, with these stand-ins. */
  Reading with(StandIn... others) {
    return new Reading(name, primary, List.of(others));
  }
}
