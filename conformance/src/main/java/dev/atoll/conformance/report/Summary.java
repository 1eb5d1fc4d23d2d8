package dev.atoll.conformance.report;

import dev.atoll.practice.EvidenceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The counts of a report. Every row is counted once; of evidence, every kind that a row wants and
 * every failure.
 *
 * @param rows how many rows there are
 * @param warned rows that failed with nothing worse than a warning
 * @param partial rows of which some but not all wanted evidence passed
 * @param outcomes how many rows came to each outcome, every outcome included
 * @param evidence the same per kind of evidence, every kind included
 */
public record Summary(
    int rows,
    int warned,
    int partial,
    Map<Outcome, Integer> outcomes,
    Map<EvidenceKind, Map<Outcome, Integer>> evidence) {

  /** Counts these rows. */
  public static Summary of(List<Row> rows) {
    Map<EvidenceKind, Map<Outcome, Integer>> evidence = new EnumMap<>(EvidenceKind.class);
    for (EvidenceKind kind : EvidenceKind.values()) {
      evidence.put(
          kind,
          count(
              rows.stream()
                  .flatMap(row -> row.marks().stream())
                  .filter(mark -> mark.kind() == kind && mark.counts())
                  .map(Mark::outcome)));
    }
    return new Summary(
        rows.size(),
        (int) rows.stream().filter(Row::onlyWarns).count(),
        (int) rows.stream().filter(row -> row.progress().partial()).count(),
        count(rows.stream().map(Row::outcome)),
        Collections.unmodifiableMap(evidence));
  }

  private static Map<Outcome, Integer> count(Stream<Outcome> outcomes) {
    Map<Outcome, Long> seen =
        outcomes.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, seen.getOrDefault(outcome, 0L).intValue());
    }
    return Collections.unmodifiableMap(counts);
  }

  /** How many rows came to this. */
  public int count(Outcome outcome) {
    return outcomes.get(outcome);
  }

  /** The whole run in a sentence or two; what it leaves out is in the counts. */
  public String sentence() {
    int failed = count(Outcome.FAIL) - warned;
    int notRun = count(Outcome.NOT_RUN);
    return (failed == 0 ? "Nothing failed" : "%d of %d practices failed".formatted(failed, rows))
        + clause(warned, warned == 1 ? "warns" : "warn")
        + ". "
        + "%d of %d %s proven".formatted(count(Outcome.PASS), rows, are(count(Outcome.PASS)))
        + clause(count(Outcome.PASS_STAND_IN), "more on stand-ins")
        + clause(partial, "in part")
        + (notRun == 0 ? "" : "; %d %s not run".formatted(notRun, notRun == 1 ? "was" : "were"))
        + ".";
  }

  private static String are(int count) {
    return count == 1 ? "is" : "are";
  }

  private static String clause(int count, String what) {
    return count == 0 ? "" : ", %d %s".formatted(count, what);
  }
}
