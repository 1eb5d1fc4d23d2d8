package dev.atoll.practice.litellm;

import dev.atoll.aws.Region;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A workspace that runs in a Region, and calls LiteLLM with the key that it can read just then.
 *
 * @param holder who calls there
 * @param reads the key
 * @param time the twin's
 */
record Workspace(
    Region region, KeyHolder holder, Supplier<Optional<String>> reads, Supplier<Duration> time) {

  /** One of a twin, which calls LiteLLM by that name. */
  static Workspace in(Twin twin, Region region, String host) {
    return new Workspace(
        region,
        new KeyHolder(Clients.near(twin, region), host),
        () -> twin.workspaceKey(region),
        twin::elapsed);
  }

  Optional<String> key() {
    return reads.get();
  }

  /** Whether a key is good. */
  boolean isServed(String key) {
    return holder.isServed(key);
  }

  /** Whether it has a key, and that is good. */
  boolean works() {
    return key().filter(this::isServed).isPresent();
  }
}
