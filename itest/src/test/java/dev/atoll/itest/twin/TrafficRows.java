package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.practice.Asked;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Tried;
import dev.atoll.practice.Verdict;
import dev.atoll.traffic.Twin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every row that wants traffic, on a twin of some facts. */
record TrafficRows(Map<String, Judgement> judged) {

  /** Those that are asked of a deployment or tried on its twin. */
  private static final List<String> ALL =
      Catalogue.all().stream()
          .filter(practice -> practice instanceof Asked || practice instanceof Tried)
          .map(practice -> practice.about().id())
          .toList();

  /** Judges them on a twin that is there for nothing else, with an empty database. */
  static TrafficRows of(Facts facts, PostgreSql postgres, KeyJob job) {
    postgres.empty();
    try (RunningTwin twin =
        RunningTwin.of(facts).database(postgres).secrets(job).jobs(job).start()) {
      return of(twin, ALL);
    }
  }

  /** Judges these rows on a twin. */
  static TrafficRows of(Twin twin, List<String> rows) {
    Map<String, Judgement> judged = new TreeMap<>();
    for (String row : rows) {
      judged.put(row, judge(Catalogue.find(row).orElseThrow(), twin));
    }
    return new TrafficRows(judged);
  }

  private static Judgement judge(Practice practice, Twin twin) {
    return Stream.of(
            practice instanceof Asked asked
                ? Stream.of(asked.ask(twin, twin.facts()))
                : Stream.<Judgement>empty(),
            practice instanceof Tried tried
                ? Stream.of(tried.attempt(twin))
                : Stream.<Judgement>empty())
        .flatMap(each -> each)
        .max(Comparator.comparing(Judgement::verdict))
        .orElseThrow();
  }

  /** The rows that came to that. */
  List<String> with(Verdict verdict) {
    return judged.entrySet().stream()
        .filter(entry -> entry.getValue().verdict() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** These rows fail and no others, each with these words in what it says. */
  void failExactly(Map<String, String> saying) {
    assertThat(with(Verdict.FAIL))
        .as("%s", judged)
        .containsExactlyInAnyOrderElementsOf(saying.keySet());
    saying.forEach((row, words) -> assertThat(judged.get(row).detail()).as(row).contains(words));
  }
}
