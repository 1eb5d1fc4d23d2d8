package dev.atoll.conformance.report;

import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One row of the catalogue with the evidence for it.
 *
 * <p>Its verdict is the worst of its wanted evidence, and a wanted kind without evidence is
 * NOT_RUN. Evidence of other kinds is shown but cannot make up for what is wanted; if it shows that
 * the practice is broken, though, the row fails: a failure that was seen is not argued away by not
 * having been asked for.
 *
 * @param about the practice
 * @param evidence in the order in which it came
 */
public record Row(About about, List<Evidence> evidence) {

  /**
   * @throws IllegalArgumentException if some of the evidence is about another practice
   */
  public Row {
    evidence = List.copyOf(evidence);
    for (Evidence each : evidence) {
      if (!each.practice().equals(about.id())) {
        throw new IllegalArgumentException(
            "Evidence about %s in the row of %s".formatted(each.practice(), about.id()));
      }
    }
  }

  /** One mark per kind that is wanted or has evidence, from the cheapest kind to the strongest. */
  public List<Mark> marks() {
    return Arrays.stream(EvidenceKind.values())
        .map(this::mark)
        .filter(mark -> mark.wanted() || !mark.evidence().isEmpty())
        .toList();
  }

  private Mark mark(EvidenceKind kind) {
    List<Evidence> ofKind = evidence.stream().filter(each -> each.kind() == kind).toList();
    return new Mark(kind, about.wanted().contains(kind), ofKind);
  }

  /** What the row comes to, as it is shown and counted. */
  public Outcome outcome() {
    return marks().stream()
        .filter(Mark::counts)
        .map(Mark::outcome)
        .reduce(Outcome::worse)
        .orElse(Outcome.NOT_RUN);
  }

  /** What the row comes to. */
  public Verdict verdict() {
    return outcome().verdict();
  }

  /** How much of the wanted evidence passed. */
  public Progress progress() {
    List<Mark> wanted = marks().stream().filter(Mark::wanted).toList();
    List<Outcome> passed = wanted.stream().map(Mark::outcome).filter(Outcome::passed).toList();
    long onStandIn = passed.stream().filter(Outcome.PASS_STAND_IN::equals).count();
    return new Progress(passed.size(), (int) onStandIn, wanted.size());
  }

  /** Whether it failed with nothing worse than a warning. */
  public boolean onlyWarns() {
    return outcome() == Outcome.FAIL && severity() != Severity.ERROR;
  }

  /**
   * How bad the row is: the worst of what failed; the practice's own severity where nothing did.
   */
  public Severity severity() {
    return evidence.stream()
        .filter(each -> each.verdict() == Verdict.FAIL)
        .map(each -> each.severity(about))
        .max(Comparator.naturalOrder())
        .orElse(about.severity());
  }

  /**
   * Where the practice does not hold. What several looks found alike is one finding, of all their
   * places: a reader has to act on it once.
   */
  public List<Finding> findings() {
    Map<List<Object>, Finding> told = new LinkedHashMap<>();
    for (Evidence each : evidence) {
      for (Finding finding : each.findings()) {
        told.merge(
            List.of(finding.severity(), finding.what(), finding.fix()), finding, Row::together);
      }
    }
    return List.copyOf(told.values());
  }

  private static Finding together(Finding one, Finding other) {
    Map<String, Source> places = new LinkedHashMap<>();
    Stream.concat(one.where().stream(), other.where().stream())
        .forEach(place -> places.putIfAbsent(place.toString(), place));
    return one.told(one.what(), List.copyOf(places.values()));
  }
}
