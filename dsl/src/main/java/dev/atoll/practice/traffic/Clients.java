package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asks. */
public final class Clients {

  private Clients() {}

  /** Somebody in that Region; whoever there is where nobody stands there. */
  public static Client near(Internet internet, Region region) {
    return internet.places().contains(region)
        ? internet.from(region)
        : internet.from(internet.places().iterator().next());
  }

  /** Somebody in another Region, if somebody stands in one. */
  public static Optional<Client> far(Internet internet, Region region) {
    return internet.places().stream()
        .filter(place -> !place.equals(region))
        .findFirst()
        .map(internet::from);
  }

  /** One who is near and one who is far, or just the one there is. */
  public static List<Client> both(Internet internet, Region region) {
    Map<Region, Client> some = new LinkedHashMap<>();
    Client near = near(internet, region);
    some.put(near.region(), near);
    far(internet, region).ifPresent(far -> some.putIfAbsent(far.region(), far));
    return List.copyOf(some.values());
  }
}
