package dev.atoll.facts.coder;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Optional;

/**
 * What the topology says of Coder's licence. Where there is no such fact, nobody declared one.
 *
 * @param state there or to come
 * @param reason why it is still to come
 */
public record Licence(Source source, Ref ref, State state, Optional<String> reason)
    implements Fact {

  /** Whether there is one. */
  public enum State {
    /** It is there, with high availability. */
    DECLARED,
    /** It was asked for and is not there yet. */
    PENDING
  }
}
