package dev.atoll.practice;

import dev.atoll.facts.Facts;
import dev.atoll.traffic.Internet;

/**
 * A practice that shows in what a running deployment answers. It asks only, so it holds for the
 * twin and for a live deployment alike.
 */
public interface Asked extends Practice {

  /**
   * Asks and judges. Never throws for what comes back.
   *
   * @param internet where clients stand
   * @param facts what is known of the deployment: its names, its servers
   */
  Judgement ask(Internet internet, Facts facts);
}
