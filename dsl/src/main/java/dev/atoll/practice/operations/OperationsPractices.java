package dev.atoll.practice.operations;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import java.util.List;

/** The rows about running it: runbook, user experience and status. */
public final class OperationsPractices {

  private OperationsPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(new Promise(runbook()), new UserExperience(), new Promise(status()));
  }

  static About runbook() {
    return About.promise(
            "OPS-1",
            "The steps after the licence arrives are printed in order, each with its check")
        .from(progress("Next Steps - Once Enterprise License is Obtained"))
        .because(
            "The licence arrives months after the plan was written. Steps from memory are in the"
                + " wrong order, and a proxy is announced that was never registered.")
        .fix(
            "Print licence, proxy, registration, Route 53 and user test for this topology, and"
                + " after each the command whose answer proves it.")
        .wants(EvidenceKind.PLAN);
  }

  static About status() {
    return About.promise(
            "OPS-3", "A status page says what works, and what is pending and why, from evidence")
        .from(progress("Summary"))
        .because(
            "A hand-written status is true on the day it is written. Afterwards people plan on"
                + " features that stopped working, or wait for some that work.")
        .fix("Make the page from the last run's judgements; let what was not run be called that.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
