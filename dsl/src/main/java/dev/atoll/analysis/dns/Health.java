package dev.atoll.analysis.dns;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;

/** What Route 53 knows of targets and health checks at one moment. */
public interface Health {

  /** Everything is well. */
  Health ALL_WELL =
      new Health() {
        @Override
        public Truth target(String dnsName) {
          return Truth.YES;
        }

        @Override
        public Truth check(Ref healthCheck) {
          return Truth.YES;
        }
      };

  /**
   * Whether what has this DNS name is healthy. A load balancer is while every target group of it
   * that has targets has a healthy one.
   */
  Truth target(String dnsName);

  /** Whether that health check succeeds. */
  Truth check(Ref healthCheck);
}
