package dev.atoll.conformance.audit;

import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;

/**
 * A practice and what it says.
 *
 * @param about the practice
 * @param judgement what came of it
 */
public record Audited(About about, Judgement judgement) {

  /** Whether that finding is one of its own. */
  boolean has(Finding finding) {
    return judgement.findings().contains(finding);
  }
}
