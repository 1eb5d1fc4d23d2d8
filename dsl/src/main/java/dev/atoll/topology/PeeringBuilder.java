package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import java.time.Duration;
import java.util.Optional;

/** Describes a peering connection. */
public final class PeeringBuilder implements Builder {

  private final Source at;
  private final Region requester;
  private final Region accepter;
  private Optional<Duration> roundTrip = Optional.empty();

  PeeringBuilder(Region requester, Region accepter) {
    this.at = Builder.calledAt(".peering(%s, %s)".formatted(requester, accepter));
    this.requester = requester;
    this.accepter = accepter;
  }

  /** The round trip between the two Regions as it was measured. */
  public PeeringBuilder measuredRoundTrip(Duration time) {
    this.roundTrip = Optional.of(time);
    return this;
  }

  RegionPeering peering() {
    return new RegionPeering(at, requester, accepter, roundTrip);
  }
}
