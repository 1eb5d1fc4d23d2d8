package dev.atoll.itest.twin.network;

import dev.atoll.aws.Region;
import dev.atoll.facts.Ref;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of one twin: {@code 127.T.P.H}, where T is the twin's own number, P four times the
 * number of the Region plus the {@link Kind}, and H counts the hosts there from 1. So an address
 * can be turned back into its Region and kind, and twins that run at the same time, be it in other
 * processes, never meet.
 *
 * <p>Linux answers at every address of 127.0.0.0/8 without further ado. macOS does so for 127.0.0.1
 * alone; there each address has to be added to {@code lo0} first.
 */
public final class Addresses implements AutoCloseable {

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final int MOST_REGIONS = 256 / KINDS.size();
  private static final int MOST_HOSTS = 254;
  private static final int LOCK = 10_443;
  private static final int PRIVILEGED = 1024;

  /** Where ports below 1024 go when they may not be bound. */
  private static final int SHIFT = 20_000;

  private final int twin;
  private final ServerSocket claim;
  private final int shift;
  private final List<Region> regions = new ArrayList<>(Region.all());
  private final Map<InetAddress, Host> hosts = new LinkedHashMap<>();

  private Addresses(int twin, ServerSocket claim) {
    this.twin = twin;
    this.claim = claim;
    this.shift = mayBindPrivileged(claim.getInetAddress()) ? 0 : SHIFT;
  }

  /**
   * Takes the first range that no other twin on this machine has.
   *
   * @throws TrafficException when there is none
   */
  public static Addresses claim() {
    IOException last = null;
    for (int twin = 1; twin <= MOST_HOSTS; twin++) {
      try {
        return new Addresses(twin, bound(address(twin, 255, 254), LOCK));
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new TrafficException(
        "No range 127.x.0.0/16 is free for a twin: its servers need addresses of their own on"
            + " loopback. On Linux all of 127.0.0.0/8 is there, so 254 twins are running; on macOS"
            + " add the addresses to lo0 first (sudo ifconfig lo0 alias 127.1.255.254).",
        last);
  }

  private static ServerSocket bound(InetAddress address, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static boolean mayBindPrivileged(InetAddress address) {
    try (ServerSocket tried = bound(address, PRIVILEGED - 1)) {
      return tried.isBound();
    } catch (IOException refused) {
      return false;
    }
  }

  private static InetAddress address(int twin, int place, int host) {
    try {
      return InetAddress.getByAddress(new byte[] {127, (byte) twin, (byte) place, (byte) host});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /**
   * A new host with the next address of its place.
   *
   * @param nodes the node interfaces behind which it is; empty for what no VPC keeps
   * @throws TrafficException when the place is full
   */
  public synchronized Host host(Kind kind, Region region, String name, Optional<Ref> nodes) {
    int place = number(region) * KINDS.size() + KINDS.indexOf(kind);
    for (int host = 1; host <= MOST_HOSTS; host++) {
      InetAddress address = address(twin, place, host);
      if (!hosts.containsKey(address)) {
        Host made = new Host(name, region, nodes, address);
        hosts.put(address, made);
        return made;
      }
    }
    throw new TrafficException(
        "%s has no address left: the twin's plan has room for %d of a kind in %s"
            .formatted(name, MOST_HOSTS, region));
  }

  private int number(Region region) {
    if (!regions.contains(region)) {
      regions.add(region);
    }
    int number = regions.indexOf(region);
    if (number >= MOST_REGIONS) {
      throw new TrafficException("A twin has room for %d Regions".formatted(MOST_REGIONS));
    }
    return number;
  }

  /** The host at an address; empty when it is not one of this twin's. */
  public synchronized Optional<Host> at(InetAddress address) {
    return Optional.ofNullable(hosts.get(address));
  }

  /** What an address of this twin says by itself. */
  public synchronized Optional<Place> place(InetAddress address) {
    byte[] bytes = address.getAddress();
    int place = bytes.length == 4 ? Byte.toUnsignedInt(bytes[2]) : -1;
    boolean own = place >= 0 && bytes[0] == 127 && Byte.toUnsignedInt(bytes[1]) == twin;
    return own && place / KINDS.size() < regions.size()
        ? Optional.of(new Place(regions.get(place / KINDS.size()), KINDS.get(place % KINDS.size())))
        : Optional.empty();
  }

  /** The port that is really bound for one that the deployment names. */
  public int real(int port) {
    return port < PRIVILEGED ? port + shift : port;
  }

  /** Where a host really answers for a port that the deployment names. */
  public InetSocketAddress real(Host host, int port) {
    return new InetSocketAddress(host.address(), real(port));
  }

  @Override
  public void close() {
    try {
      claim.close();
    } catch (IOException e) {
      throw new TrafficException("The range of addresses could not be given back", e);
    }
  }
}
