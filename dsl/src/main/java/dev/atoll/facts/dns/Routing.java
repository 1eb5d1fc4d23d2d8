package dev.atoll.facts.dns;

import dev.atoll.aws.Region;

/**
 * How Route 53 chooses among the records of one name and type.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html">Choosing
 *     a routing policy</a>
 */
public sealed interface Routing {

  /** There is one record, and it is the answer. */
  record Simple() implements Routing {
    @Override
    public String toString() {
      return "simple";
    }
  }

  /** The record whose Region is nearest to the client answers. */
  record Latency(Region region) implements Routing {
    @Override
    public String toString() {
      return "latency " + region;
    }
  }

  /** A policy that no practice looks into: weighted, failover, geolocation and others. */
  record Other(String policy) implements Routing {
    @Override
    public String toString() {
      return policy;
    }
  }
}
