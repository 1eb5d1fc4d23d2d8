package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.InterRegionLatency;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * NET-6. On a twin the instrument is tried: that the replicas' own probe tells a path within the
 * budget from one beyond. What the path of a real deployment takes, only that path shows.
 */
public final class LatencyBudget implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.practice("NET-6", "The latency between regions is within its budget: 34 ms, not 111 ms")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(progress("Completed Today, 4. Latency Improvement"), progress("Networking"))
          .because(
              "At 111 ms every relayed keystroke and every database round trip of the far region"
                  + " takes over three times as long as at 34 ms. Users feel it long before"
                  + " anything times out.")
          .fix(
              "Measure with the probe from region to region. When over budget, look first for a"
                  + " path that leaves the peering: a missing route, or a relay through the public"
                  + " name.")
          .wants(EvidenceKind.TRAFFIC);

  /** What the documents measured after, and before. */
  private static final Duration DOCUMENTED = Duration.ofMillis(34);

  private static final Duration TOO_LONG = Duration.ofMillis(111);

  /** Longer than any probe takes: none is shorter than its path, so one will do. */
  private static final Duration ANY = Duration.ofDays(1);

  /** So many at most; a busy machine needs more than one. */
  private static final int PROBES = 20;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    return Attempt.on(
        twin,
        ABOUT,
        "Coder runs in one Region",
        inspection -> {
          if (twin.regions().size() > 1) {
            measure(inspection, twin, twin.regions().get(0), twin.regions().get(1));
          }
        });
  }

  private static void measure(Inspection inspection, Twin twin, Region one, Region other) {
    Duration wanted = measured(twin.facts(), one, other).orElse(DOCUMENTED);
    // Half as much again is left to the machines at both ends.
    Duration budget = wanted.multipliedBy(3).dividedBy(2);
    Duration late = budget.compareTo(TOO_LONG) < 0 ? TOO_LONG : budget.multipliedBy(2);
    Optional<Duration> near = probe(twin, one, other, wanted, budget);
    Optional<Duration> far = probe(twin, one, other, late, ANY);
    if (near.isEmpty() || far.isEmpty()) {
      inspection.undecided("replicas in %s do not reach those in %s".formatted(one, other));
      return;
    }
    inspection.look("path of a given round trip").look("path of a given round trip");
    tell(inspection, wanted, near.get(), budget, near.get().compareTo(budget) <= 0);
    tell(inspection, late, far.get(), budget, far.get().compareTo(budget) > 0);
    inspection.evidence(
        ("between %s and %s the probe measured %d ms on a path of %d ms and %d ms on one of %d ms;"
                + " the budget is %d ms; the figure of the real path is a live one")
            .formatted(
                one,
                other,
                near.get().toMillis(),
                wanted.toMillis(),
                far.get().toMillis(),
                late.toMillis(),
                budget.toMillis()));
  }

  private static void tell(
      Inspection inspection, Duration given, Duration measured, Duration budget, boolean told) {
    boolean tooFast = measured.compareTo(given.multipliedBy(9).dividedBy(10)) < 0;
    if (!told || tooFast) {
      inspection.violation(
          "the probe measured %d ms on a path of %d ms; the budget is %d ms"
              .formatted(measured.toMillis(), given.toMillis(), budget.toMillis()));
    }
  }

  /**
   * The shortest of some probes: what a busy machine adds is not the path's. One that took no
   * longer than is enough ends them.
   */
  private static Optional<Duration> probe(
      Twin twin, Region one, Region other, Duration given, Duration enough) {
    twin.roundTrip(one, other, given);
    Optional<Duration> shortest = Optional.empty();
    for (int i = 0; i < PROBES && shortest.filter(it -> it.compareTo(enough) <= 0).isEmpty(); i++) {
      shortest =
          Stream.of(shortest, twin.probe(one, other))
              .flatMap(Optional::stream)
              .min(Comparator.naturalOrder());
    }
    return shortest;
  }

  private static Optional<Duration> measured(Facts facts, Region one, Region other) {
    return Stream.concat(facts.intended().stream(), Stream.of(facts))
        .flatMap(each -> each.all(InterRegionLatency.class).stream())
        .filter(
            path ->
                (path.from().equals(one) && path.to().equals(other))
                    || (path.from().equals(other) && path.to().equals(one)))
        .flatMap(path -> path.measured().stream())
        .findFirst();
  }
}
