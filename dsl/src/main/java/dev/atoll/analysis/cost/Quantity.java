package dev.atoll.analysis.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of something a month.
 *
 * @param amount how many units
 * @param unit of what
 */
public record Quantity(double amount, Unit unit) {

  /** Hours in a month as AWS's own calculator counts them: 8,760 a year, by twelve. */
  public static final int HOURS_PER_MONTH = 730;

  /**
   * A month of something that is there all the time: 3 gateways are 2,190 hours.
   *
   * @throws IllegalArgumentException when the unit does not count hours
   */
  public static Quantity allMonth(double count, Unit perHour) {
    if (perHour == Unit.GB) {
      throw new IllegalArgumentException("a gigabyte is not counted by the hour");
    }
    return new Quantity(count * HOURS_PER_MONTH, perHour);
  }

  /** That many gigabytes. */
  public static Quantity gigabytes(double amount) {
    return new Quantity(amount, Unit.GB);
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(amount)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " "
        + unit;
  }
}
