package dev.atoll.conformance.report;

import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a conformance run came to.
 *
 * @param topology the name of the topology that was tried
 * @param started when the run began
 * @param took how long it took
 * @param rows one per practice, in the order of the catalogue
 * @param backends what the run stood on
 * @param notices what a reader should know besides, one sentence each
 */
public record Report(
    String topology,
    Instant started,
    Duration took,
    List<Row> rows,
    List<Backend> backends,
    List<String> notices) {

  public Report {
    rows = List.copyOf(rows);
    backends = List.copyOf(backends);
    notices = List.copyOf(notices);
  }

  /** The counts. */
  public Summary summary() {
    return Summary.of(rows);
  }

  /** The rows of each area, both in the order of the catalogue. */
  public Map<Area, List<Row>> areas() {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> Area.of(row.about().id()), LinkedHashMap::new, Collectors.toList()));
  }

  /** The row of a practice, if the run was about it. */
  public Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.about().id().equals(id)).findFirst();
  }

  /**
   * The rows that failed and are at least this severe, the most severe first; {@code ERROR} decides
   * an ordinary run.
   */
  public List<Row> failures(Severity atLeast) {
    return rows.stream()
        .filter(row -> row.verdict() == Verdict.FAIL)
        .filter(row -> row.severity().compareTo(atLeast) >= 0)
        .sorted(Comparator.comparing(Row::severity).reversed())
        .toList();
  }

  /** The rows that failed with nothing worse than a warning, the most severe first. */
  public List<Row> warnings() {
    return failures(Severity.NOTE).stream().filter(Row::onlyWarns).toList();
  }

  /** Rows of which some but not all wanted evidence passed. */
  public List<Row> partlyProven() {
    return rows.stream().filter(row -> row.progress().partial()).toList();
  }
}
