package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.facts.Facts;
import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.process.Progress;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One run of the suite: what is tried, and where the evidence goes. Every test class gets it as a
 * parameter.
 *
 * @param topology the topology that is tried
 * @param practices the rows of the catalogue that the run is about
 * @param log where evidence goes
 * @param folder where the run works; emptied before, kept after a failure
 * @param backend where emulator and clusters run
 * @param progress hears what takes its time
 */
public record Run(
    Topology topology,
    List<Practice> practices,
    EvidenceLog log,
    Path folder,
    Backend backend,
    Progress progress) {

  public Run {
    practices = List.copyOf(practices);
  }

  /** What the topology becomes in Terraform. */
  Deployment deployment() {
    return deployment(ReleaseWay.PROVIDER);
  }

  /** The same, with releases made in that way. */
  Deployment deployment(ReleaseWay way) {
    return Deployment.of(topology, Layout.SINGLE, way);
  }

  /** The practices whose row asks for that kind of evidence. */
  List<Practice> wanting(EvidenceKind kind) {
    return practices.stream().filter(practice -> practice.about().wanted().contains(kind)).toList();
  }

  /** The same run, about those of its rows alone. */
  Run about(Predicate<String> ids) {
    List<Practice> some =
        practices.stream().filter(practice -> ids.test(practice.about().id())).toList();
    return new Run(topology, some, log, folder, backend, progress);
  }

  /** The same run, over the topology as it is once its licence is there. */
  Run licensed() {
    return new Run(topology.licensed(), practices, log, folder, backend, progress);
  }

  /** Whether the run is about that row. */
  boolean isAbout(String id) {
    return practices.stream().anyMatch(practice -> practice.about().id().equals(id));
  }

  /**
   * Judges facts by one practice and keeps the judgement as evidence.
   *
   * @param reading where the facts come from, and how much is to be kept
   */
  Judgement judge(Practice practice, Facts read, Reading reading) {
    long before = System.nanoTime();
    Facts facts = read.intending(topology.facts());
    Judgement judgement = practice.judge(facts);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    EvidenceKind kind = EvidenceKind.of(facts.origin());
    if (isTold(practice, judgement.verdict(), kind, reading)) {
      Judgement told =
          new Judgement(
              judgement.verdict(),
              reading.name() + ": " + judgement.detail(),
              judgement.findings());
      Evidence evidence = Evidence.of(practice.about().id(), kind, told, took);
      String restsOn =
          reading.standIns().stream()
              .filter(standIn -> standIn.carries(practice, facts))
              .map(StandIn::name)
              .collect(Collectors.joining(", "));
      log.add(restsOn.isEmpty() ? evidence : evidence.restingOn(restsOn));
    }
    return judgement;
  }

  /**
   * A verdict is always told. That something is open or does not apply is told where the row asks
   * for this kind of evidence and no other reading gives it.
   */
  private static boolean isTold(
      Practice practice, Verdict verdict, EvidenceKind kind, Reading reading) {
    return switch (verdict) {
      case PASS, FAIL -> true;
      case UNKNOWN, NOT_APPLICABLE ->
          reading.primary()
              && practice.about().wanted().contains(kind)
              && !(practice instanceof Promise);
      case NOT_RUN -> false;
    };
  }
}
