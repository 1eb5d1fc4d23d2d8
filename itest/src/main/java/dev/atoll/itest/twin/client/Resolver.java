package dev.atoll.itest.twin.client;

import dev.atoll.traffic.Resolution;

/** Answers names to one client; it keeps answers for their TTL. */
@FunctionalInterface
public interface Resolver {

  /** The IPv4 addresses of a name. */
  Resolution resolve(String name);
}
