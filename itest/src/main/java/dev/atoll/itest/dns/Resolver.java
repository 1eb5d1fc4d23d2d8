package dev.atoll.itest.dns;

import dev.atoll.traffic.Resolution;

/** Answers names to one client. */
@FunctionalInterface
public interface Resolver {

  /**
   * The IPv4 addresses of a name.
   *
   * @throws dev.atoll.traffic.TrafficException when there was nobody who could be asked
   */
  Resolution resolve(String name);
}
