package dev.atoll.analysis.cost;

/**
 * What a Network Load Balancer listens for, and what one of its capacity units carries. The figures
 * for TLS could not be compared with AWS's page.
 *
 * @see <a href="https://aws.amazon.com/elasticloadbalancing/pricing/">Elastic Load Balancing
 *     pricing</a>
 */
public enum Listener {
  /** Connections are passed on as they are. */
  TCP(800, 100_000),
  /** TLS ends at the load balancer: a unit carries a sixteenth of the new connections. */
  TLS(50, 3_000);

  private final double newConnections;
  private final double activeConnections;

  Listener(double newConnections, double activeConnections) {
    this.newConnections = newConnections;
    this.activeConnections = activeConnections;
  }

  /** New connections a second that one unit carries. */
  public double newConnections() {
    return newConnections;
  }

  /** Connections at a time that one unit carries. */
  public double activeConnections() {
    return activeConnections;
  }
}
