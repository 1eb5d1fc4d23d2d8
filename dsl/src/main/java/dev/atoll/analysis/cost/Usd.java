package dev.atoll.analysis.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of US dollars, exact.
 *
 * @param amount how many
 */
public record Usd(BigDecimal amount) implements Comparable<Usd> {

  /** Nothing. */
  public static final Usd ZERO = new Usd(BigDecimal.ZERO);

  /** That amount, such as {@code 0.0225}. */
  public static Usd of(String amount) {
    return new Usd(new BigDecimal(amount));
  }

  /** The sum. */
  public Usd plus(Usd other) {
    return new Usd(amount.add(other.amount));
  }

  /** The difference. */
  public Usd minus(Usd other) {
    return new Usd(amount.subtract(other.amount));
  }

  /** That many times as much. */
  public Usd times(double factor) {
    return new Usd(amount.multiply(BigDecimal.valueOf(factor)));
  }

  /** For arithmetic that does not need to be exact, such as a ratio. */
  public double toDouble() {
    return amount.doubleValue();
  }

  @Override
  public int compareTo(Usd other) {
    return amount.compareTo(other.amount);
  }

  /** Rounded to cents, as a bill shows it. */
  @Override
  public String toString() {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + " USD";
  }
}
