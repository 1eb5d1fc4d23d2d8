package dev.atoll.practice.traffic;

import dev.atoll.analysis.dns.Nearness;
import dev.atoll.analysis.reachability.ReplicaDiagnosis;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deployment without sockets, which does what it should but for one fault. */
final class ScriptedTwin implements Twin {

  static final String DOMAIN = "example.com";
  private static final Duration DETECTION = Duration.ofSeconds(90);

  final Fault fault;
  final boolean licensed;
  final ScriptedKeys keys;
  final List<String> audit = new ArrayList<>();
  final Map<Region, Duration> stopped = new HashMap<>();
  final Map<Region, Duration> halved = new HashMap<>();
  boolean withoutDatabase;
  private final Facts facts;
  private final List<Region> regions;
  private final Set<Region> lost = new HashSet<>();
  private final Map<Set<Region>, Duration> trips = new HashMap<>();
  private final Map<Region, ScriptedClient> clients = new LinkedHashMap<>();
  private Facts network;
  private Duration now = Duration.ZERO;

  ScriptedTwin(Facts facts, List<Region> regions, boolean licensed, Fault fault) {
    this.facts = facts;
    this.network = facts;
    this.regions = List.copyOf(regions);
    this.licensed = licensed;
    this.fault = fault;
    this.keys = new ScriptedKeys(fault);
    regions.forEach(region -> clients.put(region, new ScriptedClient(this, region)));
  }

  /** Whether Coder serves apps under a wildcard. */
  boolean hasApps() {
    return facts.all(CoderUrl.class).stream()
        .anyMatch(url -> url.wildcard().asOptional().flatMap(wildcard -> wildcard).isPresent());
  }

  String address(Region region) {
    return "192.0.2." + (10 + regions.indexOf(region));
  }

  /** The Region of a load balancer before Coder. */
  Optional<Region> region(String address) {
    return regions.stream().filter(region -> address(region).equals(address)).findFirst();
  }

  boolean isLost(Region region) {
    return lost.contains(region);
  }

  /** With what a name below the domain that several Regions serve is answered. */
  synchronized Optional<Region> answer(Region from) {
    Comparator<Region> order = new Nearness(from).order();
    List<Region> healthy = regions.stream().filter(this::isHealthy).toList();
    if (healthy.isEmpty() && fault == Fault.FAILS_CLOSED) {
      return Optional.empty();
    }
    return (healthy.isEmpty() ? regions : healthy)
        .stream().min(fault == Fault.FARTHEST_FIRST ? order.reversed() : order);
  }

  private boolean isHealthy(Region region) {
    Duration since = stopped.get(region);
    return since == null
        || fault == Fault.DEAD_REGION_KEPT
        || now.minus(since).compareTo(DETECTION) < 0;
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public List<Region> regions() {
    return regions;
  }

  @Override
  public Set<Region> places() {
    return new LinkedHashSet<>(regions);
  }

  @Override
  public Client from(Region region) {
    return clients.get(region);
  }

  @Override
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Duration elapsed() {
    return now;
  }

  @Override
  public synchronized void stopCoder(Region region, Optional<Integer> replica) {
    (replica.isPresent() ? halved : stopped).put(region, now);
  }

  @Override
  public void stopDatabase() {
    withoutDatabase = true;
  }

  @Override
  public void loseRegion(Region region) {
    lost.add(region);
    stopCoder(region, Optional.empty());
    withoutDatabase |= region.equals(regions.get(0));
  }

  @Override
  public void roundTrip(Region one, Region other, Duration time) {
    trips.put(Set.of(one, other), time);
  }

  @Override
  public void network(Facts rules) {
    network = rules;
  }

  @Override
  public synchronized void heal() {
    network = facts;
    withoutDatabase = false;
    List.of(stopped, halved).forEach(Map::clear);
    lost.clear();
    trips.clear();
    clients.values().forEach(ScriptedClient::forget);
  }

  @Override
  public synchronized List<String> coderLog(Region region) {
    return List.of();
  }

  @Override
  public Optional<Duration> probe(Region from, Region to) {
    boolean open =
        fault == Fault.RULES_DO_NOT_MATTER
            || ReplicaDiagnosis.between(network, from, to, Set.of(8080))
                .filter(one -> one.dials().isNo())
                .isEmpty();
    return open && fault != Fault.MESH_TIMES_OUT
        ? Optional.of(measured(trips.getOrDefault(Set.of(from, to), Duration.ofMillis(1))))
        : Optional.empty();
  }

  private Duration measured(Duration time) {
    Duration floor = fault == Fault.PROBE_TOO_FAST ? time.dividedBy(10) : time;
    boolean cut = fault == Fault.PROBE_SEES_NO_DELAY && floor.toMillis() > 50;
    return cut ? Duration.ofMillis(50) : floor;
  }

  @Override
  public String ownerToken() {
    return "owner";
  }

  @Override
  public Optional<String> workspaceKey(Region region) {
    return keys.read(elapsed());
  }

  @Override
  public List<String> rotateKey() {
    if (fault == Fault.ROTATION_FAILS) {
      throw new TrafficException("the job ended with 1");
    }
    return keys.rotate(elapsed());
  }

  @Override
  public void close() {}
}
