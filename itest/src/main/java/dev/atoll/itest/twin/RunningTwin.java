package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.PlannedPod.Role;
import dev.atoll.itest.twin.TwinBuilder.Parts;
import dev.atoll.itest.twin.client.TwinClient;
import dev.atoll.itest.twin.coder.CoderServer;
import dev.atoll.itest.twin.database.WriterFront;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A deployment on loopback, built from its facts, which trials may use and cut as they like. How it
 * hangs together {@link Wiring} knows.
 */
public final class RunningTwin implements Twin {

  /** Enough for thresholds of health checks, TTLs and replicas' knowledge of each other. */
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  private final Parts parts;
  private final Instant begun = Instant.now();
  private final Blueprint blueprint;
  private final Map<Set<Region>, Duration> distances;
  private final Wiring wiring;
  private final WorkspaceKeys keys;
  private final Map<Region, TwinClient> clients = new ConcurrentHashMap<>();
  private final Set<String> well;
  private Optional<String> session = Optional.empty();

  RunningTwin(Parts parts) {
    this.parts = parts;
    blueprint = Blueprint.of(parts.facts());
    distances = Distances.of(parts.facts());
    wiring = new Wiring(parts, blueprint);
    wiring.network().roundTrips(distances);
    keys = new WorkspaceKeys(parts.facts(), parts.secrets(), wiring.clock());
    try {
      wiring.start();
      startProxies();
      well = wiring.balancers().healthy();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** A twin of what these facts show; see {@link TwinBuilder} for what else it needs. */
  public static TwinBuilder of(Facts facts) {
    return new TwinBuilder(facts);
  }

  private void startProxies() {
    if (blueprint.pods().stream().anyMatch(pod -> pod.role() == Role.PROXY)) {
      wiring.start(Set.of(Role.PROXY));
      pass(RECOVERY);
    }
  }

  /** What could not be built from the facts and why, a sentence each. */
  public List<String> missing() {
    return wiring.missing();
  }

  /** The certificate of the authority that the twin's clients trust, as PEM. */
  public String authority() {
    return wiring.authority();
  }

  /** Where its names are answered, for {@code dig} and other programs. */
  public InetSocketAddress nameServer() {
    return wiring.nameServer();
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
    return clients.computeIfAbsent(region, wiring::visitor);
  }

  @Override
  public void pass(Duration time) {
    wiring.pass(time);
  }

  @Override
  public Duration elapsed() {
    return wiring.clock().elapsed();
  }

  @Override
  public void stopCoder(Region region, Optional<Integer> replica) {
    List<Pod> replicas = wiring.servers().coder(region);
    if (replica.filter(number -> number < 0 || number >= replicas.size()).isPresent()) {
      throw new TrafficException(
          "%s has %d Coder replicas, none of which is number %d"
              .formatted(region, replicas.size(), replica.get()));
    }
    replica.map(number -> List.of(replicas.get(number))).orElse(replicas).forEach(Pod::kill);
  }

  @Override
  public void stopDatabase() {
    wiring.writer().ifPresent(WriterFront::cut);
  }

  @Override
  public void loseRegion(Region region) {
    wiring.network().lose(region);
  }

  @Override
  public void roundTrip(Region one, Region other, Duration time) {
    wiring.network().roundTrip(one, other, time);
  }

  @Override
  public void network(Facts facts) {
    wiring.rules(facts);
  }

  @Override
  public void heal() {
    wiring.network().regain();
    wiring.network().roundTrips(distances);
    wiring.rules(parts.facts());
    wiring.writer().ifPresent(WriterFront::restore);
    wiring.start(EnumSet.allOf(Role.class));
    pass(RECOVERY);
    if (!wiring.balancers().healthy().containsAll(well)) {
      throw new TrafficException(
          "The twin is not well again %s after it was healed".formatted(RECOVERY));
    }
  }

  @Override
  public List<String> coderLog(Region region) {
    return wiring.servers().coder(region).stream().flatMap(pod -> pod.log().stream()).toList();
  }

  @Override
  public Optional<Duration> probe(Region from, Region to) {
    return wiring.servers().coder(from).stream()
        .flatMap(
            here ->
                wiring.servers().coder(to).stream()
                    .filter(there -> there != here)
                    .flatMap(there -> here.probe(there).stream()))
        .min(Comparator.naturalOrder());
  }

  @Override
  public synchronized String ownerToken() {
    // Who signed in while a server ran has the session still when none does.
    session =
        regions().stream()
            .flatMap(region -> wiring.servers().coder(region).stream())
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
      return new KeyRotation(parts.facts(), parts.secrets(), wiring.servers().all(), parts.jobs())
          .run(begun.plus(elapsed()));
    } finally {
      keys.look();
    }
  }

  @Override
  public void close() {
    wiring.close();
  }
}
