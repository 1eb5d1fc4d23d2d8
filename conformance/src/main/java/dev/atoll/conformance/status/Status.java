package dev.atoll.conformance.status;

import dev.atoll.conformance.status.Capability.Needs;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.coder.ProxyEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What works now, what is pending and why, what is broken, and what nobody knows. Nothing is made
 * up: what no evidence shows is not known.
 *
 * @param lines one per capability
 */
public record Status(List<Line> lines) {

  /** How something stands. Declared in the order of a status page. */
  public enum State {
    WORKS,
    BROKEN,
    PENDING,
    NOT_KNOWN
  }

  /**
   * How one capability stands.
   *
   * @param title what people count on
   * @param state how it stands
   * @param why one line: what it rests on, or what is missing
   * @param standIn whether some of it rests on a stand-in
   * @param evidence how the oldest of its evidence was gained; empty when there is none
   * @param at when; empty when there is none
   */
  public record Line(
      String title,
      State state,
      String why,
      boolean standIn,
      String evidence,
      Optional<Instant> at) {}

  /** Copies its arguments. */
  public Status {
    lines = List.copyOf(lines);
  }

  /**
   * The status.
   *
   * @param intended what the topology intends: it says what is still to come
   * @param run the last conformance run
   * @param live what a running deployment answers; newer than any run, so it wins
   */
  public static Status of(Facts intended, Optional<PastRun> run, Optional<LiveAnswers> live) {
    return new Status(
        Capability.all().stream()
            .map(capability -> line(capability, intended, run, live))
            .toList());
  }

  private static Line line(
      Capability capability, Facts intended, Optional<PastRun> run, Optional<LiveAnswers> live) {
    List<Seen> rows =
        capability.practices().stream().map(practice -> seen(practice, run, live)).toList();
    List<Seen> broken = rows.stream().filter(Seen::breaks).toList();
    if (!broken.isEmpty()) {
      return line(capability, State.BROKEN, said(broken), broken);
    }
    Optional<String> awaited = awaited(capability.needs(), intended);
    if (awaited.isPresent()) {
      return line(capability, State.PENDING, awaited.get(), List.of());
    }
    List<Seen> open = rows.stream().filter(row -> !row.says()).toList();
    if (open.isEmpty() && rows.stream().anyMatch(Seen::passes)) {
      String ids = String.join(", ", capability.practices());
      return line(capability, State.WORKS, ids, rows);
    }
    long proven = rows.stream().filter(Seen::passes).count();
    String missing = open.isEmpty() ? "nothing here that it speaks of" : said(open);
    return line(
        capability,
        State.NOT_KNOWN,
        "%d of %d proven; %s".formatted(proven, rows.size(), missing),
        rows);
  }

  private static Seen seen(String practice, Optional<PastRun> run, Optional<LiveAnswers> live) {
    return live.flatMap(answers -> answers.row(practice))
        .or(() -> run.map(past -> past.row(practice)))
        .or(
            () ->
                live.flatMap(answers -> answers.open(practice))
                    .map(why -> Seen.never(practice, why)))
        .orElseGet(() -> Seen.never(practice, "no conformance run was read"));
  }

  /** Rows with the same reason share it. */
  private static String said(List<Seen> rows) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byReason.computeIfAbsent(row.detail(), why -> new ArrayList<>()).add(row.practice()));
    return byReason.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> awaited(Needs needs, Facts intended) {
    return switch (needs) {
      case NOTHING -> Optional.empty();
      case LICENCE ->
          intended.all(Licence.class).stream()
              .filter(licence -> licence.state() == Licence.State.PENDING)
              .map(licence -> licence.reason().orElse("the licence is pending"))
              .findFirst();
      case PROXY ->
          intended.all(ProxyEntry.class).stream()
              .flatMap(proxy -> proxy.awaits().stream())
              .findFirst();
    };
  }

  private static Line line(Capability capability, State state, String why, List<Seen> rows) {
    Optional<Seen> oldest =
        rows.stream()
            .filter(row -> row.at().isPresent())
            .min(Comparator.comparing(row -> row.at().orElseThrow()));
    return new Line(
        capability.title(),
        state,
        why,
        rows.stream().anyMatch(Seen::standIn),
        oldest.map(Seen::from).orElse(""),
        oldest.flatMap(Seen::at));
  }

  /** The capabilities in that state. */
  public List<Line> in(State state) {
    return lines.stream().filter(line -> line.state() == state).toList();
  }
}
