package dev.atoll.conformance.audit;

import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a judge says of a stranger's deployment, of which a part was not read. "There is none" and
 * "all of them hold" are claims about the whole: where code that was not read may have more of what
 * the judge looked for, neither is known.
 */
final class Unseen {

  private Unseen() {}

  static Judgement judged(Practice practice, Facts facts) {
    Set<Class<? extends Fact>> asked = new LinkedHashSet<>();
    Judgement judgement = practice.judge(facts.telling(asked::add));
    if (judgement.verdict() != Verdict.NOT_APPLICABLE && judgement.verdict() != Verdict.PASS) {
      return judgement;
    }
    List<String> reasons =
        asked.stream()
            .flatMap(kind -> facts.gaps(kind).stream())
            .filter(why -> !why.equals(TerraformEstate.IN_CLUSTERS))
            .distinct()
            .toList();
    return reasons.isEmpty()
        ? judgement
        : Judgement.unknown(
            "%s, as far as it was read; %s%s"
                .formatted(
                    judgement.detail(),
                    reasons.get(0),
                    reasons.size() == 1 ? "" : " (and %d more)".formatted(reasons.size() - 1)));
  }
}
