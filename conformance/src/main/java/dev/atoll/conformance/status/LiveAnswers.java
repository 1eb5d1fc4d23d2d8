package dev.atoll.conformance.status;

import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.practice.Asked;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.NoneSeen;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.TrafficException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running deployment answers now, row by row: the catalogue's own practices over what was
 * read of it, those that ask over sockets, and the steps of the diagnosis that failed.
 *
 * @param rows by id, where something was decided
 * @param open by id why nothing was, where it was to be
 */
public record LiveAnswers(Map<String, Seen> rows, Map<String, String> open) {

  /** Copies its arguments. */
  public LiveAnswers {
    rows = Map.copyOf(rows);
    open = Map.copyOf(open);
  }

  /** Asks. */
  public static LiveAnswers of(Scene scene, Diagnosis diagnosis, Instant now) {
    Map<String, Seen> rows = new LinkedHashMap<>();
    Map<String, String> open = new LinkedHashMap<>();
    Facts facts = scene.read().orElse(scene.intended()).intending(scene.intended());
    for (Practice practice : Catalogue.all()) {
      List<Judgement> judged = new ArrayList<>();
      scene.read().ifPresent(read -> judged.add(NoneSeen.judged(practice, facts)));
      if (practice instanceof Asked asked && isAtItsOwnName(scene)) {
        scene.internet().ifPresent(who -> judged.add(ask(asked, who, facts)));
      }
      judged.forEach(judgement -> add(rows, practice, judgement, now));
      judged.stream()
          .filter(judgement -> judgement.verdict() == Verdict.UNKNOWN)
          .findFirst()
          .ifPresent(judgement -> open.put(practice.about().id(), judgement.detail()));
    }
    diagnosis
        .in(State.BROKEN)
        .forEach(
            step ->
                step.result()
                    .troubles()
                    .forEach(
                        trouble ->
                            rows.put(
                                trouble.practice(),
                                seen(
                                    trouble.practice(),
                                    Verdict.FAIL,
                                    false,
                                    trouble.what(),
                                    now))));
    return new LiveAnswers(rows, open);
  }

  /** Practices ask for the names of the topology; what runs elsewhere does not answer for those. */
  private static boolean isAtItsOwnName(Scene scene) {
    return scene.intended().all(CoderUrl.class).stream()
        .anyMatch(url -> url.host().is(host -> host.equals(scene.url().getHost())).isYes());
  }

  private static Judgement ask(Asked practice, Internet internet, Facts facts) {
    try {
      return practice.ask(internet, facts);
    } catch (TrafficException e) {
      return Judgement.unknown(e.getMessage());
    }
  }

  /** What decides nothing is not kept, and no pass replaces a failure. */
  private static void add(
      Map<String, Seen> rows, Practice practice, Judgement judgement, Instant now) {
    if (judgement.verdict() != Verdict.PASS && judgement.verdict() != Verdict.FAIL) {
      return;
    }
    String id = practice.about().id();
    boolean warning = judgement.severity().orElse(practice.about().severity()) != Severity.ERROR;
    Seen seen = seen(id, judgement.verdict(), warning, judgement.detail(), now);
    rows.merge(id, seen, (before, after) -> before.breaks() ? before : after);
  }

  private static Seen seen(
      String id, Verdict verdict, boolean warning, String detail, Instant now) {
    return new Seen(id, verdict, warning, false, detail, "live", Optional.of(now));
  }

  /** What was answered about a row. */
  Optional<Seen> row(String practice) {
    return Optional.ofNullable(rows.get(practice));
  }

  /** Why nothing was decided about a row that was looked at. */
  Optional<String> open(String practice) {
    return Optional.ofNullable(open.get(practice));
  }
}
