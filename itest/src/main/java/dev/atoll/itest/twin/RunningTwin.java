package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.InterRegionLatency;
import dev.atoll.itest.twin.PlannedPod.Role;
import dev.atoll.itest.twin.TwinBuilder.Parts;
import dev.atoll.itest.twin.client.Patience;
import dev.atoll.itest.twin.client.TwinClient;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.coder.CoderServer;
import dev.atoll.itest.twin.database.WriterFront;
import dev.atoll.itest.twin.dns.Route53Names;
import dev.atoll.itest.twin.loadbalancer.PrivateAuthority;
import dev.atoll.itest.twin.network.Addresses;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Kind;
import dev.atoll.itest.twin.network.Network;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A deployment on loopback, put together from its facts: pods behind Services, Services behind load
 * balancers, load balancers behind names, and a network that lets through what the real one would.
 */
public final class RunningTwin implements Twin {

  /** Enough for thresholds of health checks, TTLs and replicas' knowledge of each other. */
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  private static final int POSTGRESQL = 5432;

  private final Parts parts;
  private final Instant begun = Instant.now();
  private final TwinClock clock = new TwinClock();
  private final Threads threads = new Threads();
  private final PrivateAuthority authority = new PrivateAuthority();
  private final Network network;
  private final Map<Set<Region>, Duration> distances;
  private final Blueprint blueprint;
  private final List<String> missing;
  private Optional<String> session = Optional.empty();
  private final Balancers balancers;
  private final Optional<WriterFront> writer;
  private final Servers servers;
  private final Route53Names names;
  private final WorkspaceKeys keys;
  private final Map<Region, TwinClient> clients = new ConcurrentHashMap<>();
  private final Set<String> well;
  private volatile DeploymentPassage passage;

  RunningTwin(Parts parts) {
    this.parts = parts;
    blueprint = Blueprint.of(parts.facts());
    missing = Collections.synchronizedList(new ArrayList<>(blueprint.missing()));
    network = new Network(Addresses.claim());
    distances = distances(parts.facts());
    network.roundTrips(distances);
    balancers = new Balancers(blueprint.balancers(), network);
    writer = writer();
    names =
        Route53Names.start(parts.facts(), this::isHealthy, balancers::addresses, network, clock);
    servers =
        new Servers(
            writer.isPresent() ? blueprint.pods() : List.of(),
            network.addresses(),
            parts.secrets(),
            this::around);
    keys = new WorkspaceKeys(parts.facts(), parts.secrets(), clock);
    rules(parts.facts());
    try {
      network.hurry(
          () -> {
            servers.start(Role.FIRST, missing);
            balancers.start(
                new Balancers.Shared(
                    network, authority, clock, () -> passage, threads, Patience.LONG),
                servers.all());
          });
      startProxies();
      well = balancers.healthy();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** A twin of what these facts show; see {@link TwinBuilder} for what else it needs. */
  public static TwinBuilder of(Facts facts) {
    return new TwinBuilder(facts);
  }

  /** What topologies say that they measured; between all other Regions it takes no time. */
  private static Map<Set<Region>, Duration> distances(Facts facts) {
    Map<Set<Region>, Duration> distances = new ConcurrentHashMap<>();
    for (Facts known : List.of(facts, facts.intended().orElse(facts))) {
      for (InterRegionLatency each : known.all(InterRegionLatency.class).facts()) {
        each.measured()
            .filter(measured -> !each.from().equals(each.to()))
            .ifPresent(measured -> distances.put(Set.of(each.from(), each.to()), measured));
      }
    }
    return distances;
  }

  private void startProxies() {
    if (blueprint.pods().stream().anyMatch(pod -> pod.role() == Role.PROXY)) {
      network.hurry(() -> servers.start(Set.of(Role.PROXY), missing));
      pass(RECOVERY);
    }
  }

  private Optional<WriterFront> writer() {
    return blueprint
        .database()
        .map(
            cluster -> {
              Region region = cluster.region().asOptional().orElseThrow();
              Host host =
                  network
                      .addresses()
                      .host(
                          Kind.SERVICE,
                          region,
                          "the database in " + region,
                          Optional.of(cluster.ref()));
              int port = cluster.port().asOptional().orElse(POSTGRESQL);
              return parts.postgres().front(network.addresses().real(host, port));
            });
  }

  private Surroundings around(Host host) {
    return new Surroundings(host, network, Optional.of(client(host)), writer.orElseThrow(), clock);
  }

  private TwinClient client(Host host) {
    return new TwinClient(
        host, network, names.resolver(host), authority.trust(), clock, Patience.LONG);
  }

  /** For aliases that evaluate their target's health; what is lost is not healthy either. */
  private boolean isHealthy(String dnsName) {
    return balancers
        .named(dnsName)
        .filter(each -> each.isHealthy() && !network.isLost(each.facts().region()))
        .isPresent();
  }

  private void rules(Facts facts) {
    passage = new DeploymentPassage(facts, blueprint.database(), balancers.parts());
    network.rules(passage);
  }

  /** What could not be built from the facts and why, a sentence each. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** The certificate of the authority that the twin's clients trust, as PEM. */
  public String authority() {
    return authority.pem();
  }

  /** Where its names are answered, for {@code dig} and other programs. */
  public InetSocketAddress nameServer() {
    return names.address();
  }

  @Override
  public Facts facts() {
    return parts.facts();
  }

  @Override
  public List<Region> regions() {
    Optional<Region> first = blueprint.database().flatMap(cluster -> cluster.region().asOptional());
    return blueprint.pods().stream()
        .filter(pod -> pod.role() == Role.CODER)
        .map(PlannedPod::region)
        .distinct()
        .sorted(
            Comparator.comparing((Region region) -> first.filter(region::equals).isEmpty())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  @Override
  public Set<Region> places() {
    Set<Region> places = new LinkedHashSet<>(regions());
    places.addAll(Region.all());
    return places;
  }

  @Override
  public TwinClient from(Region region) {
    if (!places().contains(region)) {
      throw new IllegalArgumentException("Nobody stands in " + region);
    }
    return clients.computeIfAbsent(
        region,
        place ->
            client(
                network
                    .addresses()
                    .host(Kind.CLIENT, place, "a client in " + place, Optional.empty())));
  }

  @Override
  public void pass(Duration time) {
    network.hurry(() -> clock.advance(time));
  }

  @Override
  public Duration elapsed() {
    return clock.elapsed();
  }

  @Override
  public void stopCoder(Region region, Optional<Integer> replica) {
    List<Pod> replicas = servers.coder(region);
    if (replica.filter(number -> number < 0 || number >= replicas.size()).isPresent()) {
      throw new TrafficException(
          "%s has %d Coder replicas, none of which is number %d"
              .formatted(region, replicas.size(), replica.get()));
    }
    replica.map(number -> List.of(replicas.get(number))).orElse(replicas).forEach(Pod::kill);
  }

  @Override
  public void stopDatabase() {
    writer.ifPresent(WriterFront::cut);
  }

  @Override
  public void loseRegion(Region region) {
    network.lose(region);
  }

  @Override
  public void roundTrip(Region one, Region other, Duration time) {
    network.roundTrip(one, other, time);
  }

  @Override
  public void network(Facts facts) {
    rules(facts);
  }

  @Override
  public void heal() {
    network.regain();
    network.roundTrips(distances);
    rules(parts.facts());
    writer.ifPresent(WriterFront::restore);
    network.hurry(() -> servers.start(EnumSet.allOf(Role.class), missing));
    pass(RECOVERY);
    if (!balancers.healthy().containsAll(well)) {
      throw new TrafficException(
          "The twin is not well again %s after it was healed".formatted(RECOVERY));
    }
  }

  @Override
  public List<String> coderLog(Region region) {
    return servers.coder(region).stream().flatMap(pod -> pod.log().stream()).toList();
  }

  @Override
  public Optional<Duration> probe(Region from, Region to) {
    return servers.coder(from).stream()
        .flatMap(
            here ->
                servers.coder(to).stream()
                    .filter(there -> there != here)
                    .flatMap(there -> here.probe(there).stream()))
        .min(Comparator.naturalOrder());
  }

  @Override
  public synchronized String ownerToken() {
    // Who signed in while a server ran has the session still when none does.
    session =
        regions().stream()
            .flatMap(region -> servers.coder(region).stream())
            .flatMap(pod -> pod.coder().stream())
            .map(CoderServer::ownerToken)
            .findFirst()
            .or(() -> session);
    return session.orElseThrow(
        () -> new TrafficException("No Coder server runs, so nobody has a session"));
  }

  @Override
  public Optional<String> workspaceKey(Region region) {
    return keys.in(region);
  }

  @Override
  public List<String> rotateKey() {
    try {
      return new KeyRotation(parts.facts(), parts.secrets(), servers.all(), parts.jobs())
          .run(begun.plus(clock.elapsed()));
    } finally {
      keys.look();
    }
  }

  @Override
  public void close() {
    balancers.close();
    servers.close();
    names.close();
    writer.ifPresent(WriterFront::close);
    network.close();
    threads.close();
  }
}
