package dev.atoll.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.NoneSeen;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.coderdemo.CoderDemo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * An account shows a deployment as it should be, but for the kinds of facts that one refused call
 * would have shown: exactly the rows that need them are undecided, none fails, and all others stay
 * as they were.
 */
class RefusedKindsTest {

  private static final Facts INTENDED = new CoderDemo().topology().facts();

  private static Facts read(List<String> refused) {
    List<Gap> gaps =
        INTENDED.everything().stream()
            .<Class<? extends Fact>>map(Fact::getClass)
            .distinct()
            .filter(kind -> refused.contains(kind.getSimpleName()))
            .map(kind -> new Gap(kind, "the account refuses it"))
            .collect(Collectors.toList());
    List<Fact> shown =
        INTENDED.everything().stream()
            .filter(fact -> !refused.contains(fact.getClass().getSimpleName()))
            .toList();
    return Facts.of(Origin.LIVE, shown, gaps).intending(INTENDED);
  }

  private static Map<String, Verdict> verdicts(Facts facts) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (Practice practice : Catalogue.all()) {
      verdicts.put(practice.about().id(), NoneSeen.judged(practice, facts).verdict());
    }
    return verdicts;
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "refused.csv")
  void exactlyTheRowsThatNeedItAreUndecided(String permission, String kinds, String rows) {
    Map<String, Verdict> whole = verdicts(read(List.of()));
    Map<String, Verdict> partly = verdicts(read(Arrays.asList(kinds.split(" ", -1))));
    String changed =
        partly.entrySet().stream()
            .filter(entry -> entry.getValue() != whole.get(entry.getKey()))
            .map(
                entry ->
                    entry.getValue() == Verdict.UNKNOWN
                        ? entry.getKey()
                        : entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));

    assertThat(changed).as(permission).isEqualTo(rows);
  }
}
