package dev.atoll.traffic;

import java.time.Duration;
import java.util.List;

/**
 * What a resolver said of a name.
 *
 * @param name the name that was asked
 * @param rcode {@code NOERROR}, {@code NXDOMAIN}, {@code SERVFAIL} …
 * @param addresses the IPv4 addresses; empty for NODATA too
 * @param ttl how long it may still be kept
 */
public record Resolution(String name, String rcode, List<String> addresses, Duration ttl) {
  public Resolution {
    addresses = List.copyOf(addresses);
  }

  /** Whether there is an address. */
  public boolean isAnswered() {
    return !addresses.isEmpty();
  }
}
