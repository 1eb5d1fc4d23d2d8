package dev.atoll.analysis.cost;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** What a price is for. A price per one unit cannot be paid for a quantity of another. */
public enum Unit {
  /** An hour of one thing. */
  HOUR("hour"),
  /** An hour of one Aurora capacity unit: about 2 GiB of memory and what goes with it. */
  ACU_HOUR("ACU-hour"),
  /** An hour of one capacity unit of a Network Load Balancer. */
  NLCU_HOUR("NLCU-hour"),
  /** An hour of one capacity unit of an Application Load Balancer. */
  LCU_HOUR("LCU-hour"),
  /** A gigabyte. */
  GB("GB");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /**
   * The unit of that symbol.
   *
   * @throws NoSuchElementException when there is none
   */
  static Unit of(String symbol) {
    return Arrays.stream(values())
        .filter(unit -> unit.symbol.equals(symbol))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no unit \"" + symbol + "\""));
  }

  @Override
  public String toString() {
    return symbol;
  }
}
