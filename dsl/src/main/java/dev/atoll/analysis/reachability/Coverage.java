package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.facts.Truth;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a set of addresses something lets through.
 *
 * @param wanted the addresses asked about
 * @param through those that certainly pass
 * @param open those that may pass
 * @param reasons what would decide the open ones
 */
public record Coverage(
    AddressSet wanted, AddressSet through, AddressSet open, List<String> reasons) {

  public Coverage {
    open = open.minus(through);
    reasons = List.copyOf(reasons);
  }

  /** Those that certainly do not pass. */
  public AddressSet blocked() {
    return wanted.minus(through).minus(open);
  }

  /** Whether some pass and some certainly do not. */
  public boolean isPartial() {
    return !through.isEmpty() && !blocked().isEmpty();
  }

  /** Whether all pass. */
  public Truth all() {
    return all(wanted);
  }

  /**
   * Whether all pass that matter, when it is not known which of the wanted addresses do.
   *
   * @param certain the addresses that certainly matter
   */
  Truth all(AddressSet certain) {
    AddressSet blocked = blocked();
    if (!blocked.intersect(certain).isEmpty() || blocked.equals(wanted)) {
      return Truth.NO;
    }
    if (blocked.isEmpty()) {
      return open.isEmpty() ? Truth.YES : Truth.all(reasons.stream(), Truth::open);
    }
    return Truth.open("whether any of " + blocked + " is in use")
        .and(Truth.all(reasons.stream(), Truth::open));
  }

  /** What passes both. */
  Coverage and(Coverage other) {
    AddressSet both = through.intersect(other.through);
    AddressSet either = through.union(open).intersect(other.through.union(other.open));
    return new Coverage(wanted, both, either, merged(other));
  }

  /** The same where what is blocked may yet pass, for a reason such as a gap in the listing. */
  Coverage opened(String why) {
    AddressSet blocked = blocked();
    return blocked.isEmpty()
        ? this
        : new Coverage(
            wanted,
            through,
            open.union(blocked),
            Stream.concat(reasons.stream(), Stream.of(why)).toList());
  }

  private List<String> merged(Coverage other) {
    return Stream.concat(reasons.stream(), other.reasons.stream()).distinct().toList();
  }
}
