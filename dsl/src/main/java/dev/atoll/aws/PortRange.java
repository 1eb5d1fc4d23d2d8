package dev.atoll.aws;

/**
 * Ports from first to last, both included.
 *
 * @param first 0 to 65535
 * @param last first to 65535
 */
public record PortRange(int first, int last) {

  /** Every port. */
  public static final PortRange ALL = new PortRange(0, 65535);

  public PortRange {
    if (first < 0 || last > 65535 || first > last) {
      throw new IllegalArgumentException(first + " to " + last + " is no range of ports");
    }
  }

  /** One port. */
  public static PortRange of(int port) {
    return new PortRange(port, port);
  }

  /** Whether every port of the other range is in this one. */
  public boolean contains(PortRange other) {
    return first <= other.first && other.last <= last;
  }

  /** Whether the two share a port. */
  public boolean overlaps(PortRange other) {
    return first <= other.last && other.first <= last;
  }

  @Override
  public String toString() {
    return equals(ALL) ? "all ports" : first == last ? String.valueOf(first) : first + "-" + last;
  }
}
