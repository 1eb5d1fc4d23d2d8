package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.itest.twin.clock.TwinClock.Repeated;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * A Network Load Balancer, as it was read back: an address per zone, its listeners, its targets and
 * their health.
 */
public final class NetworkLoadBalancer implements AutoCloseable {

  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  /** A target may answer from what it found up to 15 s ago, as LiteLLM does. */
  private static final Duration LONGEST_LAG = Duration.ofSeconds(15);

  private final Balancing shared;
  private final LoadBalancer facts;
  private final Map<String, Host> zones;
  private final List<Entry> entries;
  private final Map<Entry, TargetPool> pools = new LinkedHashMap<>();
  private final List<OpenListener> listeners = new ArrayList<>();
  private final List<Repeated> checks = new ArrayList<>();
  private final IdleRule idle;

  private NetworkLoadBalancer(
      Balancing shared, LoadBalancer facts, Map<String, Host> zones, List<Entry> entries) {
    this.shared = shared;
    this.facts = facts;
    this.zones = new LinkedHashMap<>(zones);
    this.entries = List.copyOf(entries);
    this.idle = new IdleRule(shared.clock());
  }

  /**
   * Listens in every zone, asks every target once, and goes on asking as the clock has it.
   *
   * @param zones where it stands, by the name of the zone
   * @throws TrafficException when an address cannot be listened on
   */
  public static NetworkLoadBalancer start(
      Balancing shared, LoadBalancer facts, Map<String, Host> zones, List<Entry> entries) {
    NetworkLoadBalancer balancer = new NetworkLoadBalancer(shared, facts, zones, entries);
    try {
      balancer.entries.forEach(balancer::open);
      return balancer;
    } catch (RuntimeException e) {
      balancer.close();
      throw e;
    }
  }

  private void open(Entry entry) {
    TargetPool pool =
        new TargetPool(
            entry.group().healthCheck(),
            entry.targets(),
            new HealthQuestion(entry.group().healthCheck(), anyZone(), shared.connector()));
    pools.put(entry, pool);
    Duration interval = entry.group().healthCheck().interval();
    checks.add(shared.clock().every(interval, interval.plus(LONGEST_LAG), pool::ask));
    Optional<SSLContext> tls =
        entry.endsTls()
            ? Optional.of(SniKeys.server(shared.authority(), entry.certificates()))
            : Optional.empty();
    zones.forEach(
        (zone, host) -> {
          try {
            listeners.add(
                new OpenListener(shared, entry, host, pool, from(entry, zone), tls, idle));
          } catch (IOException e) {
            throw new TrafficException(
                "%s cannot listen on port %d of %s"
                    .formatted(this, entry.listener().port(), host.address()),
                e);
          }
        });
  }

  private Host anyZone() {
    return zones.values().iterator().next();
  }

  /** The targets that the load balancer's part in a zone sends to. */
  private Predicate<Target> from(Entry entry, String zone) {
    return crossesZones(entry) ? target -> true : target -> target.zone().equals(zone);
  }

  private boolean crossesZones(Entry entry) {
    String own = entry.group().attributes().getOrDefault(CROSS_ZONE, "");
    return Boolean.parseBoolean(
        own.equals("true") || own.equals("false")
            ? own
            : facts.attributes().getOrDefault(CROSS_ZONE, "false"));
  }

  /** The DNS name that AWS gave it. */
  public String dnsName() {
    return facts.dnsName();
  }

  /** As it was read back. */
  public LoadBalancer facts() {
    return facts;
  }

  /** Its parts, one in each zone. */
  public List<Host> hosts() {
    return List.copyOf(zones.values());
  }

  /**
   * What its DNS name is answered with: the addresses of the zones that have a healthy target to
   * send to; all of them when no zone has one.
   */
  public List<InetAddress> addresses() {
    List<InetAddress> healthy =
        zones.entrySet().stream()
            .filter(zone -> entries.stream().allMatch(entry -> serves(entry, zone.getKey())))
            .map(zone -> zone.getValue().address())
            .toList();
    return healthy.isEmpty() ? zones.values().stream().map(Host::address).toList() : healthy;
  }

  private boolean serves(Entry entry, String zone) {
    return pools.get(entry).anyHealthy(from(entry, zone));
  }

  /** Whether every target group has a healthy target, as Route 53 asks for an alias. */
  public boolean isHealthy() {
    return !entries.isEmpty()
        && entries.stream().allMatch(entry -> pools.get(entry).anyHealthy(target -> true));
  }

  @Override
  public void close() {
    checks.forEach(Repeated::close);
    listeners.forEach(OpenListener::close);
    idle.resetAll();
    idle.close();
  }

  @Override
  public String toString() {
    return "the load balancer " + facts.dnsName();
  }
}
