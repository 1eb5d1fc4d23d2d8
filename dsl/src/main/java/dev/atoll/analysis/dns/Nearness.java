package dev.atoll.analysis.dns;

import dev.atoll.aws.Geography;
import dev.atoll.aws.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which Region answers whom soonest: an estimate. Route 53 goes by latencies that it measured
 * between networks and Regions over time and does not publish; here the distance along the great
 * circle stands for them ({@link Geography}). Real round trips are 1.2 to 2 times what distance
 * allows, so the order of two Regions is certain when one is 1.7 times as far as the other.
 *
 * @param from who asks: the Region nearest to the resolver
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html">Latency-based
 *     routing</a>
 */
public record Nearness(Region from) {

  private static final double CERTAIN = 2 / 1.2;

  /** The distance to a Region in kilometres; empty when it is not known where one of them is. */
  public Optional<Double> kilometres(Region to) {
    return from.equals(to) ? Optional.of(0.0) : Geography.kilometres(from, to);
  }

  /** The nearest Region first; those of which it is not known where they are come last. */
  public Comparator<Region> order() {
    return Comparator.<Region>comparingDouble(to -> kilometres(to).orElse(Double.MAX_VALUE))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Of what is not known where it is; empty when these Regions can be put in order. */
  public Optional<String> unknown(List<Region> regions) {
    return regions.stream()
        .filter(region -> kilometres(region).isEmpty())
        .findFirst()
        .map(region -> "how near %s is to %s".formatted(region, from));
  }

  /** Whether the measured latencies may well be in the other order. */
  public boolean isClose(Region near, Region far) {
    return kilometres(near).orElse(0.0) * CERTAIN >= kilometres(far).orElse(0.0);
  }

  /** A distance for people. */
  String show(Region to) {
    return kilometres(to).map("%,.0f km"::formatted).orElse("unknown");
  }
}
