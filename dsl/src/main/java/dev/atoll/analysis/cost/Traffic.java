package dev.atoll.analysis.cost;

import java.math.BigDecimal;

/**
 * The average traffic of one load balancer.
 *
 * @param listener what a Network Load Balancer would listen for
 * @param newConnections a second
 * @param activeConnections at a time
 * @param gigabytesPerHour both directions together
 * @param requests HTTP requests a second, of which only an Application Load Balancer knows
 * @param rules listener rules of an Application Load Balancer; the first ten are free
 */
public record Traffic(
    Listener listener,
    double newConnections,
    double activeConnections,
    double gigabytesPerHour,
    double requests,
    int rules) {

  /** A workshop of a few hundred people: many idle terminals, little data. */
  public static final Traffic DEFAULT = new Traffic(Listener.TLS, 10, 3_000, 1, 50, 1);

  private static final int FREE_RULES = 10;
  private static final double LCU_NEW_CONNECTIONS = 25;
  private static final double LCU_ACTIVE_CONNECTIONS = 3_000;
  private static final double LCU_RULE_EVALUATIONS = 1_000;

  /**
   * @throws IllegalArgumentException when a figure is negative
   */
  public Traffic {
    if (newConnections < 0
        || activeConnections < 0
        || gigabytesPerHour < 0
        || requests < 0
        || rules < 0) {
      throw new IllegalArgumentException("Traffic cannot be negative");
    }
  }

  /** Capacity units of a Network Load Balancer: the dimension that needs most decides. */
  public double networkUnits() {
    return largest(
        newConnections / listener.newConnections(),
        activeConnections / listener.activeConnections(),
        gigabytesPerHour);
  }

  /** Capacity units of an Application Load Balancer: the dimension that needs most decides. */
  public double applicationUnits() {
    double evaluations = requests * Math.max(0, rules - FREE_RULES);
    return largest(
        newConnections / LCU_NEW_CONNECTIONS,
        activeConnections / LCU_ACTIVE_CONNECTIONS,
        gigabytesPerHour,
        evaluations / LCU_RULE_EVALUATIONS);
  }

  /** Gigabytes a month that leave their zone when targets of all zones take their share. */
  public double crossZoneGigabytes(int zones) {
    double across = zones == 0 ? 0 : (zones - 1) / (double) zones;
    return gigabytesPerHour * across * Quantity.HOURS_PER_MONTH;
  }

  private static double largest(double... dimensions) {
    double most = 0;
    for (double dimension : dimensions) {
      most = Math.max(most, dimension);
    }
    return most;
  }

  @Override
  public String toString() {
    return "%s, %s new connections a second, %s at a time, %s GB an hour, %s requests a second, %d rules"
        .formatted(
            listener,
            plain(newConnections),
            plain(activeConnections),
            plain(gigabytesPerHour),
            plain(requests),
            rules);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
