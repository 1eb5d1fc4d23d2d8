package dev.atoll.itest.twin.dns;

import dev.atoll.analysis.dns.Health;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;

/**
 * What Route 53 knows now, from those who look.
 *
 * @param targets what load balancers say of their targets
 * @param checkers what health checkers found
 */
public record ObservedHealth(TargetHealth targets, HealthCheckers checkers) implements Health {

  @Override
  public Truth target(String dnsName) {
    return Truth.of(targets.isHealthy(dnsName));
  }

  @Override
  public Truth check(Ref healthCheck) {
    return checkers.isHealthy(healthCheck);
  }
}
