package dev.atoll.conformance.suite;

import java.util.List;

/**
 * What came of trying a promise.
 *
 * @param shown one line for the report: the numbers that came out
 * @param broken where the promise was not kept; empty when it was
 */
record PromiseOutcome(String shown, List<String> broken) {

  PromiseOutcome {
    broken = List.copyOf(broken);
  }
}
