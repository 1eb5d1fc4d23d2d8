package dev.atoll.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All facts of one kind that a reader saw.
 *
 * @param facts what was seen, in the reader's order
 * @param gap why there may be more than was seen, for example "one root of several was read"; empty
 *     when the listing is complete, as an API's is
 */
public record Seen<F extends Fact>(List<F> facts, Optional<String> gap) {

  public Seen {
    facts = List.copyOf(facts);
  }

  /** The facts as a stream. */
  public Stream<F> stream() {
    return facts.stream();
  }

  /** Whether there is none: "none seen" with a gap is open, not yes. */
  public Truth none() {
    if (!facts.isEmpty()) {
      return Truth.NO;
    }
    return gap.map(Truth::open).orElse(Truth.YES);
  }
}
