package dev.atoll.itest.twin.dns;

import dev.atoll.analysis.dns.Route53;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.itest.dns.Resolver;
import dev.atoll.itest.twin.client.Names;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Kind;
import dev.atoll.itest.twin.network.Network;
import dev.atoll.itest.twin.network.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/**
 * Route 53 in a twin: a name server with an address of its own, and health checkers that ask names
 * and load balancers from outside every VPC. Clients are in the Region of their address.
 */
public final class Route53Names implements Names {

  private static final int PORT = 53;

  /** Where its name server and its checkers stand; Route 53 belongs to no Region of ours. */
  private static final Region HOME = Region.US_EAST_1;

  private final NameServer server;
  private final HealthCheckers checkers;
  private final TwinClock clock;

  private Route53Names(NameServer server, HealthCheckers checkers, TwinClock clock) {
    this.server = server;
    this.checkers = checkers;
    this.clock = clock;
  }

  /**
   * Starts to answer and to check.
   *
   * @param facts the zones, records and health checks
   * @param targets what load balancers say of their targets
   * @param addresses where load balancers are
   */
  public static Route53Names start(
      Facts facts,
      TargetHealth targets,
      AliasAddresses addresses,
      Network network,
      TwinClock clock) {
    Host home = network.addresses().host(Kind.SERVICE, HOME, "Route 53", Optional.empty());
    Host checker =
        network.addresses().host(Kind.CLIENT, HOME, "a health checker", Optional.empty());
    InetSocketAddress at = network.addresses().real(home, PORT);
    HttpsProbe probe =
        new HttpsProbe(
            (host, port, within) -> connect(network, checker, at, clock, host, port), true);
    HealthCheckers checkers =
        HealthCheckers.start(clock, facts.all(HealthCheck.class).facts(), probe);
    NameServer server =
        NameServer.start(
            at,
            Route53.of(facts),
            new ObservedHealth(targets, checkers),
            addresses,
            client -> network.addresses().place(client).map(Place::region));
    return new Route53Names(server, checkers, clock);
  }

  /** A checker asks anew each time; the network gives up by its own patience. */
  private static Optional<Socket> connect(
      Network network,
      Host checker,
      InetSocketAddress nameServer,
      TwinClock clock,
      String host,
      int port)
      throws IOException {
    List<String> found =
        CachingResolver.at(checker.address(), nameServer, clock).resolve(host).addresses();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            network.dial(
                checker, new InetSocketAddress(InetAddress.getByName(found.get(0)), port)));
  }

  @Override
  public Resolver resolver(Host host) {
    return CachingResolver.at(host.address(), server.address(), clock);
  }

  /** Where programs of other people may ask, such as {@code dig}. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** The questions so far, with their answers and the reasons. */
  public List<NameServer.Exchange> exchanges() {
    return server.exchanges();
  }

  @Override
  public void close() {
    checkers.close();
    server.close();
  }
}
