package dev.atoll.practice;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * "There is none" is a claim about the whole of a deployment: where something of a kind that a
 * judge asked for was not read, it is open, and the reason is what a person needs to know.
 */
public final class NoneSeen {

  private NoneSeen() {}

  /** What a practice says of facts that may have gaps. */
  public static Judgement judged(Practice practice, Facts facts) {
    Set<Class<? extends Fact>> asked = new LinkedHashSet<>();
    Judgement judgement = practice.judge(facts.telling(asked::add));
    if (judgement.verdict() != Verdict.NOT_APPLICABLE) {
      return judgement;
    }
    return asked.stream()
        .flatMap(kind -> facts.gaps(kind).stream())
        .findFirst()
        .map(
            why ->
                Judgement.unknown(
                    "%s, as far as it was read: %s".formatted(judgement.detail(), why)))
        .orElse(judgement);
  }
}
