package dev.atoll.conformance.diagnose;

import java.util.List;

/**
 * What a step came to.
 *
 * @param state how it stands
 * @param detail one line: what was seen, or why nothing was
 * @param troubles everything that is broken; empty unless the state is {@code BROKEN} or {@code
 *     PENDING}
 */
public record Result(State state, String detail, List<Trouble> troubles) {

  public Result {
    troubles = List.copyOf(troubles);
  }

  /** How a step stands. */
  public enum State {
    /** As it should be. */
    FINE,
    /** Not as it should be. */
    BROKEN,
    /** Not there yet, as the topology itself declares. */
    PENDING,
    /** Could not be asked, or the answer does not decide it. */
    OPEN,
    /** Only a person can take this step. */
    BY_HAND
  }

  /**
   * Something that is broken.
   *
   * @param practice the id of the practice that speaks of it
   * @param what what is wrong, in one sentence
   * @param where where it shows
   * @param fix what to do
   */
  public record Trouble(String practice, String what, List<String> where, String fix) {
    public Trouble {
      where = List.copyOf(where);
    }
  }

  static Result fine(String seen) {
    return new Result(State.FINE, seen, List.of());
  }

  static Result open(String why) {
    return new Result(State.OPEN, why, List.of());
  }

  static Result byHand(String how) {
    return new Result(State.BY_HAND, how, List.of());
  }

  static Result broken(List<Trouble> troubles) {
    return new Result(State.BROKEN, troubles.get(0).what(), troubles);
  }

  static Result broken(String practice, String what, String where, String fix) {
    return broken(List.of(new Trouble(practice, what, List.of(where), fix)));
  }

  static Result pending(String practice, String what, String fix) {
    return new Result(State.PENDING, what, List.of(new Trouble(practice, what, List.of(), fix)));
  }
}
