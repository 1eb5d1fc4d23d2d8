package dev.atoll.practice;

import dev.atoll.facts.Facts;

/**
 * A row about something that the tool does. Facts cannot show it; tests of the tool do, and put
 * their outcome beside the evidence of the other rows.
 *
 * @param about what a person needs to know of it
 */
public record Promise(About about) implements Practice {
  @Override
  public Judgement judge(Facts facts) {
    return Judgement.notApplicable("the conformance suite tries this; facts do not show it");
  }
}
