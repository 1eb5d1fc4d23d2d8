package dev.atoll.itest.breaks;

import java.util.function.Supplier;

/**
 * One way in which the connection between two Regions breaks in practice. Used as
 *
 * <pre>{@code
 * try (Healing healing = aBreak.apply()) {
 *   // the world is broken here
 * }
 * }</pre>
 *
 * @param kind which piece is taken away
 * @param name what is broken, as a person would say it
 * @param cut looks at the world as it is, takes the piece away and knows how to put it back
 */
public record Break(Kind kind, String name, Supplier<Healing> cut) {

  /** The pieces; "there" is the way from the side that dials, "back" the other. */
  public enum Kind {
    PEERING_DELETED,
    NEVER_ACCEPTED,
    ROUTE_THERE,
    ROUTE_BACK,
    RULE_THERE,
    RULE_BACK,
    WRONG_PORT_THERE
  }

  /**
   * Breaks the world.
   *
   * @return what heals it
   * @throws IllegalStateException when the piece is not there in the first place
   */
  public Healing apply() {
    return cut.get();
  }

  @Override
  public String toString() {
    return name;
  }
}
