package dev.atoll.itest.live;

import dev.atoll.aws.Region;
import dev.atoll.itest.dns.MachineResolver;
import dev.atoll.itest.dns.Resolver;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Resolution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The real Internet, as this machine sees it: its resolver, its authorities, one client. It only
 * reads, within a {@link Budget}. Immutable.
 *
 * @param near the Region that this machine is nearest to
 * @param budget how often it asks
 * @param resolver who answers names
 * @param authorities whose certificates are believed
 * @param sockets sockets that are not connected yet
 */
public record LiveInternet(
    Region near,
    Budget budget,
    Resolver resolver,
    X509TrustManager authorities,
    Supplier<Socket> sockets)
    implements Internet {

  /** How long a connection may take, and each part of an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** With the machine's own resolver, authorities and sockets. */
  public static LiveInternet near(Region near, Budget budget) {
    return new LiveInternet(
        near, budget, new MachineResolver(), Authorities.machine(), Socket::new);
  }

  /**
   * With one's own authorities beside the machine's, as companies and tests have.
   *
   * @param file their certificates in PEM
   * @throws IOException when the file has none or cannot be read
   */
  public LiveInternet believing(Path file) throws IOException {
    return new LiveInternet(near, budget, resolver, Authorities.with(file), sockets);
  }

  /** With another resolver than the machine's. */
  public LiveInternet asking(Resolver other) {
    return new LiveInternet(near, budget, other, authorities, sockets);
  }

  /** With sockets that leave the machine in another way; they are not connected yet. */
  public LiveInternet over(Supplier<Socket> other) {
    return new LiveInternet(near, budget, resolver, authorities, other);
  }

  @Override
  public Set<Region> places() {
    return Set.of(near);
  }

  @Override
  public Client from(Region region) {
    if (!region.equals(near)) {
      throw new IllegalArgumentException(
          "nobody asks from %s; this machine is near %s".formatted(region, near));
    }
    return new LiveClient(near, resolver, http());
  }

  private OkHttpClient http() {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .fastFallback(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .connectTimeout(PATIENCE)
        .readTimeout(PATIENCE)
        .dns(this::addresses)
        .socketFactory(new MeteredSockets(sockets, budget))
        .sslSocketFactory(Authorities.sockets(authorities), authorities)
        .build();
  }

  private List<InetAddress> addresses(String name) throws UnknownHostException {
    Resolution resolution = resolver.resolve(name);
    if (!resolution.isAnswered()) {
      throw new UnknownHostException(
          "%s: the resolver says %s".formatted(name, resolution.rcode()));
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String each : resolution.addresses()) {
      addresses.add(InetAddress.getByName(each));
    }
    return addresses;
  }
}
