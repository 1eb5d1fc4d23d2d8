package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the whole catalogue says of an account as a reader sees it, before and after one thing in it
 * is broken.
 *
 * @param reading reads the account again
 * @param beside adds what no API says, such as what the topology wants
 */
record Catalogued(Supplier<List<Fact>> reading, UnaryOperator<Facts> beside) {

  static Catalogued of(Supplier<List<Fact>> reading) {
    return new Catalogued(reading, UnaryOperator.identity());
  }

  Facts facts() {
    return beside.apply(Facts.of(Origin.APPLIED, reading.get()));
  }

  Verdict verdict(String practice) {
    return Catalogue.find(practice).orElseThrow().judge(facts()).verdict();
  }

  /**
   * The practices that fail after it and did not before.
   *
   * @throws AssertionError when one that failed no longer does: then something else was broken
   */
  Set<String> failAfter(Runnable breaking) {
    Set<String> before = failing();
    breaking.run();
    Set<String> after = failing();
    if (!after.containsAll(before)) {
      throw new AssertionError("failed before: " + before + ", after: " + after);
    }
    after.removeAll(before);
    return after;
  }

  private Set<String> failing() {
    Facts facts = facts();
    return Catalogue.all().stream()
        .filter(practice -> fails(practice, facts))
        .map(practice -> practice.about().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean fails(Practice practice, Facts facts) {
    return practice.judge(facts).verdict() == Verdict.FAIL;
  }
}
