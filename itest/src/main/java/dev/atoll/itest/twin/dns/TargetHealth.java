package dev.atoll.itest.twin.dns;

/** What a load balancer says of its targets. */
@FunctionalInterface
public interface TargetHealth {

  /** Whether every target group that has targets has a healthy one, by the DNS name. */
  boolean isHealthy(String dnsName);
}
