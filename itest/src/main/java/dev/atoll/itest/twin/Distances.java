package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.InterRegionLatency;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long a round trip between two Regions takes in a twin to which nothing was done. */
final class Distances {

  private Distances() {}

  /** What topologies say that they measured; between all other Regions it takes no time. */
  static Map<Set<Region>, Duration> of(Facts facts) {
    Map<Set<Region>, Duration> distances = new HashMap<>();
    for (Facts known : List.of(facts, facts.intended().orElse(facts))) {
      for (InterRegionLatency each : known.all(InterRegionLatency.class).facts()) {
        each.measured()
            .filter(measured -> !each.from().equals(each.to()))
            .ifPresent(measured -> distances.put(Set.of(each.from(), each.to()), measured));
      }
    }
    return Map.copyOf(distances);
  }
}
