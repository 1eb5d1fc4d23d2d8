package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.itest.twin.PlannedPod.Role;
import dev.atoll.itest.twin.TwinBuilder.Parts;
import dev.atoll.itest.twin.client.Patience;
import dev.atoll.itest.twin.client.TwinClient;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.database.WriterFront;
import dev.atoll.itest.twin.dns.Route53Names;
import dev.atoll.itest.twin.loadbalancer.PrivateAuthority;
import dev.atoll.itest.twin.network.Addresses;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Kind;
import dev.atoll.itest.twin.network.Network;
import dev.atoll.itest.twin.pod.Surroundings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a deployment runs on loopback, and how it hangs together: pods behind Services, Services
 * behind load balancers, load balancers behind names, and a network that lets through what the real
 * one would.
 */
final class Wiring implements AutoCloseable {

  private static final int POSTGRESQL = 5432;

  private final Parts parts;
  private final Blueprint blueprint;
  private final TwinClock clock = new TwinClock();
  private final Threads threads = new Threads();
  private final PrivateAuthority authority = new PrivateAuthority();
  private final Network network = new Network(Addresses.claim());
  private final List<String> missing;
  private final Balancers balancers;
  private final Optional<WriterFront> writer;
  private final Route53Names names;
  private final Servers servers;
  private volatile DeploymentPassage passage;

  /** Lays it out; nothing serves before it is started. */
  Wiring(Parts parts, Blueprint blueprint) {
    this.parts = parts;
    this.blueprint = blueprint;
    missing = Collections.synchronizedList(new ArrayList<>(blueprint.missing()));
    balancers = new Balancers(blueprint.balancers(), network);
    writer = database();
    names =
        Route53Names.start(parts.facts(), this::isHealthy, balancers::addresses, network, clock);
    servers =
        new Servers(
            writer.isPresent() ? blueprint.pods() : List.of(),
            network.addresses(),
            parts.secrets(),
            this::around);
    rules(parts.facts());
  }

  /** Starts the servers that need nobody's name, and the load balancers before all of them. */
  void start() {
    network.hurry(
        () -> {
          servers.start(Role.FIRST, missing);
          balancers.start(
              new Balancers.Shared(
                  network, authority, clock, () -> passage, threads, Patience.LONG),
              servers.all());
        });
  }

  /** Starts those of some roles that do not run. */
  void start(Set<Role> roles) {
    network.hurry(() -> servers.start(roles, missing));
  }

  private Optional<WriterFront> database() {
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
    return new Surroundings(
        host, network, Optional.of(client(host)::send), writer.orElseThrow(), clock);
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

  /** Decides from now on over these facts what passes. */
  void rules(Facts facts) {
    passage = new DeploymentPassage(facts, blueprint.database(), balancers.parts());
    network.rules(passage);
  }

  /** Somebody who stands in a Region and belongs to nothing there. */
  TwinClient visitor(Region place) {
    return client(
        network.addresses().host(Kind.CLIENT, place, "a client in " + place, Optional.empty()));
  }

  /** Lets time go by, in which nobody waits for distances. */
  void pass(Duration time) {
    network.hurry(() -> clock.advance(time));
  }

  /** What could not be built or started and why, a sentence each. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  TwinClock clock() {
    return clock;
  }

  Network network() {
    return network;
  }

  Balancers balancers() {
    return balancers;
  }

  Servers servers() {
    return servers;
  }

  /** What stands before the writer; empty when no database was read. */
  Optional<WriterFront> writer() {
    return writer;
  }

  /** The certificate of the authority that clients trust, as PEM. */
  String authority() {
    return authority.pem();
  }

  /** Where names are answered. */
  InetSocketAddress nameServer() {
    return names.address();
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
