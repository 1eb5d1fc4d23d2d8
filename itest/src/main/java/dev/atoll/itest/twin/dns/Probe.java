package dev.atoll.itest.twin.dns;

import dev.atoll.facts.dns.HealthCheck;

/** Asks once what a health check asks. */
@FunctionalInterface
public interface Probe {

  /** Whether the endpoint is there and says that it is well. Never throws for what it does. */
  boolean succeeds(HealthCheck check);
}
