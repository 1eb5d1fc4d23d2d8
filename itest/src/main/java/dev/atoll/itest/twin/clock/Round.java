package dev.atoll.itest.twin.clock;

/** Something that repeats, and mostly finds everything as it left it. */
@FunctionalInterface
public interface Round {

  /** Has its turn; whether it found anything else than the last time. */
  boolean turn();

  /**
   * Turns were left out, since none of them would have found anything new. Leaves the traces that
   * the last of them would have left, such as when it was.
   */
  default void leftOut() {}
}
