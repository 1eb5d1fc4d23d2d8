package dev.atoll.conformance.cli;

import dev.atoll.analysis.cost.Listener;
import dev.atoll.analysis.cost.Traffic;
import picocli.CommandLine.Option;

/** The options that say how much passes each load balancer. */
final class TrafficOptions {

  @Option(names = "--listener", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Listener listener = Traffic.DEFAULT.listener();

  @Option(
      names = "--new-connections",
      paramLabel = "N",
      description = "New connections a second. Default: ${DEFAULT-VALUE}")
  private double newConnections = Traffic.DEFAULT.newConnections();

  @Option(
      names = "--active-connections",
      paramLabel = "N",
      description = "Connections at a time. Default: ${DEFAULT-VALUE}")
  private double activeConnections = Traffic.DEFAULT.activeConnections();

  @Option(
      names = "--gb-per-hour",
      paramLabel = "N",
      description = "Gigabytes an hour, both directions together. Default: ${DEFAULT-VALUE}")
  private double gigabytesPerHour = Traffic.DEFAULT.gigabytesPerHour();

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "HTTP requests a second; only an ALB counts them. Default: ${DEFAULT-VALUE}")
  private double requests = Traffic.DEFAULT.requests();

  @Option(
      names = "--rules",
      paramLabel = "N",
      description = "Listener rules of an ALB; ten are free. Default: ${DEFAULT-VALUE}")
  private int rules = Traffic.DEFAULT.rules();

  /**
   * The traffic.
   *
   * @throws UsageException when a figure is negative
   */
  Traffic traffic() {
    try {
      return new Traffic(
          listener, newConnections, activeConnections, gigabytesPerHour, requests, rules);
    } catch (IllegalArgumentException negative) {
      throw new UsageException("No traffic is less than none: give figures from 0 up.", negative);
    }
  }
}
