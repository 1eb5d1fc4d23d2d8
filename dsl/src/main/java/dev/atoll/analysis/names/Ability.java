package dev.atoll.analysis.names;

import dev.atoll.facts.Truth;

/**
 * Whether something works at a name.
 *
 * @param works whether it does
 * @param why the reason, as a sentence without its full stop
 */
public record Ability(Truth works, String why) {

  static Ability yes(String why) {
    return new Ability(Truth.YES, why);
  }

  static Ability no(String why) {
    return new Ability(Truth.NO, why);
  }

  static Ability open(String why) {
    return new Ability(Truth.open(why), why);
  }

  @Override
  public String toString() {
    String answer = works.isYes() ? "yes" : works.isNo() ? "no" : "open";
    return answer + ": " + why;
  }
}
