package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A VPC peering connection.
 *
 * @param requester the VPC whose side asked for it
 * @param accepter the VPC whose side accepts it
 * @param status how far it got; in configuration, what it becomes when applied
 */
public record VpcPeering(
    Source source, Ref ref, Value<Ref> requester, Value<Ref> accepter, Value<Status> status)
    implements Fact {

  /**
   * The statuses of AWS that differ in what they mean for packets and people.
   *
   * @see <a href="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html">VPC
   *     peering lifecycle</a>
   */
  public enum Status {
    ACTIVE,
    /** Nobody on the other side has accepted it; it expires after 7 days. */
    PENDING_ACCEPTANCE,
    /** Deleted, rejected, failed or expired: it will never carry a packet. */
    DEAD
  }
}
