package dev.atoll.conformance.audit;

import dev.atoll.practice.Finding;
import java.util.Optional;

/**
 * A finding in a report.
 *
 * @param finding the finding
 * @param fingerprint what tells it from others when lines have moved
 * @param known whether the baseline has it
 * @param accepted the reason by which a comment in the code accepts it
 */
public record Entry(Finding finding, String fingerprint, boolean known, Optional<String> accepted) {

  /** Whether nobody has decided about it yet. */
  public boolean isOpen() {
    return !known && accepted.isEmpty();
  }
}
