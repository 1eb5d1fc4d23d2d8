package dev.atoll.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the Regions are, and what follows from it: the shortest round trip that physics allows, and
 * the zones in which a new account can make subnets.
 *
 * <p>Coordinates are those of the metropolitan area that AWS names for a Region, good to some tens
 * of kilometres, as the floor of a round trip needs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS
 *     Regions</a>
 */
public final class Geography {

  private record Place(double latitude, double longitude, String zones) {}

  /** Light in glass covers about two thirds of what it covers in vacuum: 200 km per millisecond. */
  private static final double KILOMETRES_PER_MILLISECOND = 200;

  private static final double EARTH_RADIUS_KILOMETRES = 6371;

  private static final Map<Region, Place> PLACES =
      Map.ofEntries(
          Map.entry(Region.US_EAST_1, new Place(38.9, -77.4, "abc")),
          Map.entry(Region.US_EAST_2, new Place(40.0, -83.0, "abc")),
          Map.entry(Region.US_WEST_1, new Place(37.4, -121.9, "ac")),
          Map.entry(Region.US_WEST_2, new Place(45.8, -119.7, "abc")),
          Map.entry(Region.AF_SOUTH_1, new Place(-33.9, 18.4, "abc")),
          Map.entry(Region.AP_EAST_1, new Place(22.3, 114.2, "abc")),
          Map.entry(Region.AP_EAST_2, new Place(25.0, 121.5, "abc")),
          Map.entry(Region.AP_SOUTH_1, new Place(19.1, 72.9, "abc")),
          Map.entry(Region.AP_SOUTH_2, new Place(17.4, 78.5, "abc")),
          Map.entry(Region.AP_SOUTHEAST_1, new Place(1.35, 103.8, "abc")),
          Map.entry(Region.AP_SOUTHEAST_2, new Place(-33.9, 151.2, "abc")),
          Map.entry(Region.AP_SOUTHEAST_3, new Place(-6.2, 106.8, "abc")),
          Map.entry(Region.AP_SOUTHEAST_4, new Place(-37.8, 145.0, "abc")),
          Map.entry(Region.AP_SOUTHEAST_5, new Place(3.1, 101.7, "abc")),
          Map.entry(Region.AP_SOUTHEAST_7, new Place(13.8, 100.5, "abc")),
          Map.entry(Region.AP_NORTHEAST_1, new Place(35.7, 139.7, "acd")),
          Map.entry(Region.AP_NORTHEAST_2, new Place(37.6, 127.0, "abc")),
          Map.entry(Region.AP_NORTHEAST_3, new Place(34.7, 135.5, "abc")),
          Map.entry(Region.CA_CENTRAL_1, new Place(45.5, -73.6, "abd")),
          Map.entry(Region.CA_WEST_1, new Place(51.0, -114.1, "abc")),
          Map.entry(Region.EU_CENTRAL_1, new Place(50.1, 8.7, "abc")),
          Map.entry(Region.EU_CENTRAL_2, new Place(47.4, 8.5, "abc")),
          Map.entry(Region.EU_WEST_1, new Place(53.3, -6.3, "abc")),
          Map.entry(Region.EU_WEST_2, new Place(51.5, -0.1, "abc")),
          Map.entry(Region.EU_WEST_3, new Place(48.9, 2.35, "abc")),
          Map.entry(Region.EU_NORTH_1, new Place(59.3, 18.1, "abc")),
          Map.entry(Region.EU_SOUTH_1, new Place(45.5, 9.2, "abc")),
          Map.entry(Region.EU_SOUTH_2, new Place(41.6, -0.9, "abc")),
          Map.entry(Region.IL_CENTRAL_1, new Place(32.1, 34.8, "abc")),
          Map.entry(Region.ME_CENTRAL_1, new Place(25.2, 55.3, "abc")),
          Map.entry(Region.ME_SOUTH_1, new Place(26.2, 50.6, "abc")),
          Map.entry(Region.MX_CENTRAL_1, new Place(20.6, -100.4, "abc")),
          Map.entry(Region.SA_EAST_1, new Place(-23.5, -46.6, "abc")));

  private Geography() {}

  /** Whether this version of the table knows the Region. */
  public static boolean knows(Region region) {
    return PLACES.containsKey(region);
  }

  /**
   * The letters of the zones that a new account sees, three where the Region has three; "a", "b",
   * "c" for a Region that the table does not know.
   */
  public static List<String> zones(Region region) {
    String letters = knows(region) ? PLACES.get(region).zones() : "abc";
    return letters.chars().mapToObj(Character::toString).toList();
  }

  /**
   * The distance along the great circle, in kilometres; empty when a Region is not in the table.
   */
  public static Optional<Double> kilometres(Region from, Region to) {
    if (!knows(from) || !knows(to)) {
      return Optional.empty();
    }
    Place a = PLACES.get(from);
    Place b = PLACES.get(to);
    double latitude = Math.toRadians(b.latitude() - a.latitude()) / 2;
    double longitude = Math.toRadians(b.longitude() - a.longitude()) / 2;
    double haversine =
        Math.pow(Math.sin(latitude), 2)
            + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude()))
                * Math.pow(Math.sin(longitude), 2);
    return Optional.of(2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(haversine)));
  }

  /**
   * The shortest round trip that light in glass allows. No network, however good, gets below it;
   * real ones are 1.2 to 2 times above.
   */
  public static Optional<Duration> shortestRoundTrip(Region from, Region to) {
    return kilometres(from, to)
        .map(distance -> 2 * distance / KILOMETRES_PER_MILLISECOND)
        .map(milliseconds -> Duration.ofNanos(Math.round(milliseconds * 1e6)));
  }
}
