package dev.atoll.conformance.report;

import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All the evidence of one kind in one row. It is as good as the worst of it, so a pass on a
 * stand-in next to a real one is still a pass on a stand-in.
 *
 * @param kind the kind
 * @param wanted whether the row asks for this kind
 * @param evidence in the order in which it came; empty where a wanted kind has none
 */
public record Mark(EvidenceKind kind, boolean wanted, List<Evidence> evidence) {

  public Mark {
    evidence = List.copyOf(evidence);
  }

  /** The worst of it; NOT_RUN if there is none. */
  public Outcome outcome() {
    return evidence.stream().map(Evidence::outcome).reduce(Outcome::worse).orElse(Outcome.NOT_RUN);
  }

  /**
   * Whether it has a say in the row's verdict and is counted in the summary: a wanted kind always,
   * another one only if it shows that the practice is broken.
   */
  public boolean counts() {
    return wanted || outcome() == Outcome.FAIL;
  }

  /** One line: what was looked at, or why there is no verdict. */
  public String detail() {
    return evidence.isEmpty()
        ? "no evidence of this kind was gathered"
        : evidence.stream().map(Evidence::detail).distinct().collect(Collectors.joining("; "));
  }

  /** The stand-ins that it rests on, each once. */
  public List<String> standIns() {
    return evidence.stream().flatMap(each -> each.standIn().stream()).distinct().toList();
  }

  /** Every place where the practice does not hold. */
  public List<Finding> findings() {
    return evidence.stream().flatMap(each -> each.findings().stream()).toList();
  }

  /** How long all of it took to gain. */
  public Duration took() {
    return evidence.stream().map(Evidence::took).reduce(Duration.ZERO, Duration::plus);
  }
}
