package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.litellm.VirtualKeys.VirtualKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that one replica has seen lately. What another replica deletes it goes on accepting
 * until then.
 */
final class KeyCache {

  /** As {@code user_api_key_cache_ttl} is when nothing is said. */
  static final Duration TTL = Duration.ofSeconds(60);

  private record Kept(VirtualKey key, Instant until) {}

  private final VirtualKeys keys;
  private final TwinClock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  KeyCache(VirtualKeys keys, TwinClock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The key; empty when there is none. */
  Optional<VirtualKey> find(String key) throws SQLException {
    String hash = VirtualKeys.hash(key);
    Kept known = kept.get(hash);
    if (known != null && clock.now().isBefore(known.until())) {
      return Optional.of(known.key());
    }
    Optional<VirtualKey> stored = keys.find(hash);
    stored.ifPresentOrElse(
        found -> kept.put(hash, new Kept(found, clock.now().plus(TTL))), () -> kept.remove(hash));
    return stored;
  }

  /** Forgets a key that this replica deleted. */
  void forget(String hash) {
    kept.remove(hash);
  }
}
