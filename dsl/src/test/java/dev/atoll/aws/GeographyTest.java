package dev.atoll.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GeographyTest {

  @Test
  void ohioAndOregonAreThirtyMillisecondsApartAtBest() {
    Duration floor = Geography.shortestRoundTrip(Region.US_EAST_2, Region.US_WEST_2).orElseThrow();

    assertThat(floor).isBetween(Duration.ofMillis(28), Duration.ofMillis(34));
  }

  @Test
  void distanceIsTheSameBothWaysAndNothingToOneself() {
    for (Region from : Region.all()) {
      assertThat(Geography.kilometres(from, from)).hasValue(0.0);
      for (Region to : Region.all()) {
        assertThat(Geography.kilometres(from, to)).isEqualTo(Geography.kilometres(to, from));
      }
    }
  }

  @Test
  void everyListedRegionHasAPlaceAndAnUnknownOneHasNone() {
    assertThat(Region.all()).allMatch(Geography::knows);
    assertThat(Geography.kilometres(Region.US_EAST_1, new Region("xx-moon-1"))).isEmpty();
  }
}
