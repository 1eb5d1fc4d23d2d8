package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.facts.Facts;
import dev.atoll.itest.process.Progress;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run of the suite: what is tried, and where the evidence goes. Every test class gets it as a
 * parameter.
 *
 * @param topology the topology that is tried
 * @param practices the rows of the catalogue that the run is about
 * @param log where evidence goes
 * @param folder where the run works; emptied before, kept after a failure
 * @param progress hears what takes its time
 */
public record Run(
    Topology topology, List<Practice> practices, EvidenceLog log, Path folder, Progress progress) {

  public Run {
    practices = List.copyOf(practices);
  }

  /** What the topology becomes in Terraform. */
  Deployment deployment() {
    return Deployment.of(topology);
  }

  /** The practices whose row asks for that kind of evidence. */
  List<Practice> wanting(EvidenceKind kind) {
    return practices.stream().filter(practice -> practice.about().wanted().contains(kind)).toList();
  }

  /** Whether the run is about that row. */
  boolean isAbout(String id) {
    return practices.stream().anyMatch(practice -> practice.about().id().equals(id));
  }

  /**
   * Judges facts by one practice and keeps the judgement as evidence if it says something: a kind
   * that the row does not ask for and that does not apply is left out.
   *
   * @param reading what the facts were read from, for the report
   * @param standIn the stand-in on which the facts rest
   */
  Judgement judge(Practice practice, Facts facts, String reading, Optional<String> standIn) {
    long before = System.nanoTime();
    Judgement judgement = practice.judge(facts.intending(topology.facts()));
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    EvidenceKind kind = EvidenceKind.of(facts.origin());
    boolean wanted = practice.about().wanted().contains(kind);
    boolean telling = judgement.verdict() == Verdict.PASS || judgement.verdict() == Verdict.FAIL;
    if (telling || (wanted && judgement.verdict() != Verdict.NOT_RUN)) {
      Judgement told =
          new Judgement(
              judgement.verdict(), reading + ": " + judgement.detail(), judgement.findings());
      Evidence evidence = Evidence.of(practice.about().id(), kind, told, took);
      log.add(standIn.map(evidence::restingOn).orElse(evidence));
    }
    return judgement;
  }
}
