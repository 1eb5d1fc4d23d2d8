package dev.atoll.practice;

import dev.atoll.facts.Facts;

/**
 * A row of the catalogue that nothing judges from facts yet. It is listed and explained like any
 * other, and every judgement says in the open that it was not run.
 *
 * @param about what a person needs to know of it
 */
public record Awaited(About about) implements Practice {
  @Override
  public Judgement judge(Facts facts) {
    return Judgement.notRun("no check of this row exists yet");
  }
}
