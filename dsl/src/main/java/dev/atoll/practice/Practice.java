package dev.atoll.practice;

import dev.atoll.facts.Facts;

/**
 * One row of the catalogue, able to judge facts whatever their origin. Stateless and pure: the same
 * facts get the same judgement.
 */
public interface Practice {

  /** What a person needs to know of it. */
  About about();

  /** Judges. Never throws for what the facts say. */
  Judgement judge(Facts facts);
}
