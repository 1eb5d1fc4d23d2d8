package dev.atoll.itest.twin.network;

import dev.atoll.aws.Region;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network of a twin. Connections come from the host's own address, pass where the rules say so,
 * and take the round trip between their Regions, connecting included. Rules, round trips and lost
 * Regions may change while connections are open: what no longer passes falls silent, and comes
 * through once it passes again, as TCP has it.
 */
public final class Network implements Dialer, AutoCloseable {

  private static final int BACKLOG = 256;

  /** Real time on loopback; only a machine that is very busy takes any. */
  private static final int CONNECT_MILLIS = 30_000;

  private final Addresses addresses;
  private final Wire wire = new Wire();
  private final Map<Set<Region>, Duration> roundTrips = new ConcurrentHashMap<>();
  private final Set<Region> lost = ConcurrentHashMap.newKeySet();
  private final Map<Way, Optional<String>> decided = new ConcurrentHashMap<>();
  private volatile Passage rules = Passage.OPEN;
  private volatile boolean hurried;

  /** What the rules are asked about; they are asked once until something changes. */
  private record Way(Host from, Host to, int port) {}

  /**
   * A network in which everything passes at once. A dialled connection that is dropped times out
   * without delay: that stands for the minutes that kernels wait.
   */
  public Network(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Who has which address. */
  public Addresses addresses() {
    return addresses;
  }

  /** From now on this passes. */
  public void rules(Passage passage) {
    rules = passage;
    changed();
  }

  /** From now on a round trip between two Regions takes that long. */
  public void roundTrip(Region one, Region other, Duration time) {
    roundTrips.put(Set.of(one, other), time);
    changed();
  }

  /** From now on every round trip between Regions takes as long as here, and all others none. */
  public void roundTrips(Map<Set<Region>, Duration> all) {
    roundTrips.clear();
    roundTrips.putAll(all);
    changed();
  }

  /**
   * Lets something happen without waiting for it: meanwhile nothing takes time, and a connection
   * breaks at once whose bytes are dropped. For what stands for minutes and would take them.
   */
  public void hurry(Runnable what) {
    hurried = true;
    wire.stir();
    try {
      what.run();
    } finally {
      hurried = false;
    }
  }

  /** How long a round trip takes; nothing within a Region, or when nobody said. */
  public Duration roundTrip(Region one, Region other) {
    return one.equals(other)
        ? Duration.ZERO
        : roundTrips.getOrDefault(Set.of(one, other), Duration.ZERO);
  }

  /** No packet leaves that Region any more, and none gets into it. */
  public void lose(Region region) {
    lost.add(region);
    changed();
  }

  /** Whether a Region is lost. */
  public boolean isLost(Region region) {
    return lost.contains(region);
  }

  /** Every lost Region is back. */
  public void regain() {
    lost.clear();
    changed();
  }

  private void changed() {
    decided.clear();
    wire.stir();
  }

  /** Why a connection does not come about; empty when the network lets it. */
  public Optional<String> obstacle(Host from, Host to, int port) {
    return decided.computeIfAbsent(new Way(from, to, port), this::decide);
  }

  private Optional<String> decide(Way way) {
    for (Region region : List.of(way.from().region(), way.to().region())) {
      if (lost.contains(region)) {
        return Optional.of(region + " is lost");
      }
    }
    return rules.obstacle(way.from(), way.to(), way.port());
  }

  @Override
  public Socket dial(Host from, InetSocketAddress to) throws IOException {
    Host target =
        addresses
            .at(to.getAddress())
            .orElseThrow(() -> new ConnectException("%s: nobody has that address".formatted(to)));
    Optional<String> obstacle = obstacle(from, target, to.getPort());
    if (obstacle.isPresent()) {
      throw new SocketTimeoutException(
          "%s dials %s port %d: time-out (%s)"
              .formatted(from, target, to.getPort(), obstacle.get()));
    }
    SocketChannel channel = connected(from, addresses.real(target, to.getPort()));
    sleep(roundTrip(from.region(), target.region()));
    return wire.socket(channel, line(from, target, to.getPort()));
  }

  private SocketChannel connected(Host from, InetSocketAddress to) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.bind(new InetSocketAddress(from.address(), 0));
      channel.socket().connect(to, CONNECT_MILLIS);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private Line line(Host from, Host to, int port) {
    return new Line() {
      @Override
      public Duration oneWay() {
        return hurried ? Duration.ZERO : roundTrip(from.region(), to.region()).dividedBy(2);
      }

      @Override
      public boolean isOpen() {
        return obstacle(from, to, port).isEmpty();
      }

      @Override
      public boolean isGivenUp() {
        return hurried && !isOpen();
      }
    };
  }

  /**
   * Listens at a port of a host.
   *
   * @param port as the deployment names it
   * @throws IOException when it is taken
   */
  public ServerSocket listen(Host host, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(addresses.real(host, port), BACKLOG);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void sleep(Duration time) throws IOException {
    if (time.isZero() || hurried) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while dialling", e);
    }
  }

  @Override
  public void close() {
    wire.close();
    addresses.close();
  }
}
