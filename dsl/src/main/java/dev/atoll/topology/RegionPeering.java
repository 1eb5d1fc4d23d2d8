package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import java.time.Duration;
import java.util.Optional;

/**
 * A VPC peering connection between two Regions.
 *
 * @param at the builder call that asked for it
 * @param requester the Region whose side asks; the primary's where the primary is part of it
 * @param accepter the Region whose side accepts
 * @param measuredRoundTrip the round trip between the two as somebody measured it
 */
public record RegionPeering(
    Source at, Region requester, Region accepter, Optional<Duration> measuredRoundTrip) {

  /** Whether it connects that Region to another. */
  public boolean touches(Region region) {
    return requester.equals(region) || accepter.equals(region);
  }

  /** The Region at the other end. */
  public Region across(Region region) {
    return requester.equals(region) ? accepter : requester;
  }

  /** The name of the connection in Terraform: {@code us_east_2_us_west_2}. */
  public String identifier() {
    return requester.identifier() + "_" + accepter.identifier();
  }
}
