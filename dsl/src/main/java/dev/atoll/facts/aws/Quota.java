package dev.atoll.facts.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * A service quota of the account, where it is known to differ from AWS's default.
 *
 * @param of what it limits
 * @param limit how many
 */
public record Quota(Source source, Ref ref, Of of, int limit) implements Fact {

  /** The quotas that matter here. */
  public enum Of {
    /** Active VPC peering connections per VPC: 50 by default, 125 at most. */
    PEERINGS_PER_VPC,
    /** Elastic IP addresses per Region: 5 by default. */
    ELASTIC_IPS
  }
}
