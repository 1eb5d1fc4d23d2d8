package dev.atoll.conformance.suite;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Practice;
import java.util.function.Predicate;

/**
 * Something of ours that plays a part of the deployment, and the facts that would not be there
 * without it.
 *
 * @param name its name, as reports show it
 * @param facts which facts it brought about
 */
record StandIn(String name, Predicate<Fact> facts) {

  /** Whether a judgement rests on it: without its facts the practice says something else. */
  boolean carries(Practice practice, Facts all) {
    Facts without = all.without(facts);
    return !practice.judge(all).equals(practice.judge(without));
  }
}
