package dev.atoll.conformance.suite;

import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.conformance.report.Report;
import dev.atoll.conformance.status.LiveAnswers;
import dev.atoll.conformance.status.PastRun;
import dev.atoll.conformance.status.Status;
import dev.atoll.conformance.status.Status.Line;
import dev.atoll.conformance.status.Status.State;
import dev.atoll.topology.Topology;
import dev.atoll.traffic.Twin;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * OPS-3, tried: without evidence nothing works; what the topology awaits is pending with its
 * reason; what stops answering is broken, and no longer so once it answers again.
 */
final class StatusPromise {

  private StatusPromise() {}

  /**
   * Tries it; the twin is healed afterwards.
   *
   * @param topology what the twin is of
   * @param report what the run has shown so far
   */
  static PromiseOutcome of(Topology topology, Twin twin, Report report) {
    List<String> broken = new ArrayList<>();
    Status blind = Status.of(topology.facts(), Optional.empty(), Optional.empty());
    blind.in(State.WORKS).forEach(line -> broken.add("works without evidence: " + line.title()));
    blind.in(State.PENDING).stream()
        .filter(line -> line.why().isBlank())
        .forEach(line -> broken.add("pending without a reason: " + line.title()));

    Optional<PastRun> run = Optional.of(PastRun.of(report));
    Status now = Status.of(topology.facts(), run, Optional.of(answers(topology, twin)));
    try {
      twin.regions().forEach(region -> twin.stopCoder(region, Optional.empty()));
      Status after = Status.of(topology.facts(), run, Optional.of(answers(topology, twin)));
      List<String> lost = titles(after, State.BROKEN);
      lost.removeAll(titles(now, State.BROKEN));
      if (lost.isEmpty()) {
        broken.add("no Coder server runs, and nothing more is called broken");
      }
    } finally {
      twin.heal();
    }
    Status healed = Status.of(topology.facts(), run, Optional.of(answers(topology, twin)));
    List<String> left = titles(healed, State.BROKEN);
    left.removeAll(titles(now, State.BROKEN));
    left.forEach(title -> broken.add("healed, and still called broken: " + title));
    return new PromiseOutcome(
        "%d work, %d broken, %d pending, %d not known"
            .formatted(
                now.in(State.WORKS).size(),
                now.in(State.BROKEN).size(),
                now.in(State.PENDING).size(),
                now.in(State.NOT_KNOWN).size()),
        broken);
  }

  private static LiveAnswers answers(Topology topology, Twin twin) {
    URI url = URI.create("https://" + topology.domain());
    Scene scene =
        Scene.described(topology.facts(), url).asking(twin, Optional.of(twin.ownerToken()));
    return LiveAnswers.of(scene, Diagnosis.of(scene), Instant.now());
  }

  private static List<String> titles(Status status, State state) {
    return new ArrayList<>(status.in(state).stream().map(Line::title).toList());
  }
}
