package dev.atoll.itest.twin.dns;

import dev.atoll.itest.dns.Resolver;
import dev.atoll.itest.dns.StubResolver;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.traffic.Resolution;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client's resolver: asks a name server, and keeps the answer for its TTL by the twin's clock,
 * answers without records too. Failures are not kept.
 */
public final class CachingResolver implements Resolver {

  private final TwinClock clock;
  private final Resolver server;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Resolution resolution, Instant until) {}

  private CachingResolver(TwinClock clock, Resolver server) {
    this.clock = clock;
    this.server = server;
  }

  /**
   * A resolver that the name server sees by its own address.
   *
   * @param address its address on loopback
   */
  public static CachingResolver at(
      InetAddress address, InetSocketAddress nameServer, TwinClock clock) {
    return new CachingResolver(clock, StubResolver.from(address, nameServer));
  }

  /** A resolver that stands anywhere and passes its client's subnet on. */
  public static CachingResolver forClient(
      InetAddress client, InetSocketAddress nameServer, TwinClock clock) {
    return new CachingResolver(clock, StubResolver.forClient(client, nameServer));
  }

  /** The IPv4 addresses of a name, as a client of this resolver gets them now. */
  @Override
  public Resolution resolve(String name) {
    Instant now = clock.now();
    Kept known = kept.get(name);
    if (known != null && now.isBefore(known.until())) {
      Resolution answer = known.resolution();
      return new Resolution(
          name, answer.rcode(), answer.addresses(), Duration.between(now, known.until()));
    }
    Resolution fresh = server.resolve(name);
    if (!fresh.ttl().isZero()) {
      kept.put(name, new Kept(fresh, now.plus(fresh.ttl())));
    }
    return fresh;
  }

  /** Forgets everything, as a resolver that starts anew. */
  public void forget() {
    kept.clear();
  }
}
