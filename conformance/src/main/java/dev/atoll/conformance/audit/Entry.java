package dev.atoll.conformance.audit;

import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finding in a report: one cause, with all its places.
 *
 * @param finding what a person reads
 * @param practices those that it does not keep, the one that leads first
 * @param parts the judges' findings that it tells
 * @param known whether the baseline has them
 * @param accepted the reason by which a comment in the code accepts it
 */
public record Entry(
    Finding finding,
    List<About> practices,
    List<Part> parts,
    boolean known,
    Optional<String> accepted) {

  public Entry {
    practices = List.copyOf(practices);
    parts = List.copyOf(parts);
  }

  /** Whether nobody has decided about it yet. */
  public boolean isOpen() {
    return !known && accepted.isEmpty();
  }

  /** How bad it is. */
  public Severity severity() {
    return finding.severity();
  }

  /** What tells it from others when lines have moved. */
  public String fingerprint() {
    return parts.size() == 1
        ? parts.get(0).fingerprint()
        : Fingerprint.of(
            parts.stream().map(Part::fingerprint).sorted().collect(Collectors.joining("\n")));
  }

  /** The ids of its practices. */
  public String ids() {
    return practices.stream().map(About::id).collect(Collectors.joining(" "));
  }

  /** The same cause, told so and with those parts. */
  Entry with(Finding told, List<About> kept, List<Part> all) {
    return new Entry(told, kept, all, known, accepted);
  }
}
