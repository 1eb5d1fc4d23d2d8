package dev.atoll.facts.network;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A route. Every VPC has an implicit local route for its own CIDR blocks in every table, which
 * readers may or may not list.
 *
 * @param table the route table it is in
 * @param destination which packets it is for
 * @param target where they go
 * @param active false for a blackhole: the target is gone or not usable
 */
public record Route(
    Source source,
    Ref ref,
    Value<Ref> table,
    Value<Cidr> destination,
    Value<Target> target,
    Value<Boolean> active)
    implements Fact {

  /**
   * Where a route leads.
   *
   * @param kind what it is
   * @param to which one; for {@link Kind#LOCAL} the VPC
   */
  public record Target(Kind kind, Ref to) {}

  /** The kinds of targets that matter here. */
  public enum Kind {
    LOCAL,
    VPC_PEERING,
    INTERNET_GATEWAY,
    NAT_GATEWAY,
    TRANSIT_GATEWAY,
    OTHER
  }
}
