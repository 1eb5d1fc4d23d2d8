package dev.atoll.practice.litellm;

import dev.atoll.aws.Region;
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;

/** The key that workspaces begin with. */
final class FirstKey {

  /** What carries secrets looks again at the latest after that. */
  private static final Duration CARRIED = Duration.ofMinutes(30);

  private FirstKey() {}

  /**
   * The key that a Region's workspaces read, once one of them works; the rotation is run where none
   * does, as its schedule would on the first day.
   *
   * @throws dev.atoll.traffic.TrafficException when the rotation fails
   */
  static Optional<String> seen(Twin twin, Region region, KeyHolder holder) {
    if (works(twin, region, holder).isEmpty()) {
      twin.rotateKey();
      Recovery.until(
          twin, Duration.ofMinutes(1), CARRIED, () -> works(twin, region, holder).isPresent());
    }
    return works(twin, region, holder);
  }

  private static Optional<String> works(Twin twin, Region region, KeyHolder holder) {
    return twin.workspaceKey(region).filter(holder::isServed);
  }
}
