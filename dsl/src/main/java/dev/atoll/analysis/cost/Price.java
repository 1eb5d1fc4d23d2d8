package dev.atoll.analysis.cost;

/**
 * What one unit costs.
 *
 * @param amount US dollars
 * @param unit for what
 * @param source the page that says so
 */
public record Price(Usd amount, Unit unit, String source) {

  /**
   * What that much costs.
   *
   * @throws IllegalArgumentException when it is counted in another unit
   */
  public Usd of(Quantity quantity) {
    if (quantity.unit() != unit) {
      throw new IllegalArgumentException(
          "A price per %s says nothing about a quantity in %s".formatted(unit, quantity.unit()));
    }
    return amount.times(quantity.amount());
  }
}
