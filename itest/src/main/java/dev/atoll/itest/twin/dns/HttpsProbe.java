package dev.atoll.itest.twin.dns;

import dev.atoll.facts.dns.HealthCheck;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks over HTTP or HTTPS as Route 53 does: a status from 200 to 399 is good. Route 53 waits four
 * seconds for the connection and two for the status; the machine may be busy, so here it is more.
 * It does not validate certificates, and names the host in the TLS handshake when told so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html">Values
 *     for health checks, Enable SNI</a>
 */
public final class HttpsProbe implements Probe {

  private static final Duration TO_CONNECT = Duration.ofSeconds(30);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);
  private static final Set<String> TLS = Set.of("HTTPS", "HTTPS_STR_MATCH");

  private final Route route;
  private final boolean namesHost;
  private final SSLSocketFactory tls;

  /** The way to what a check asks. */
  @FunctionalInterface
  public interface Route {

    /**
     * A connection to a port of a host.
     *
     * @return empty when the host has no address
     * @throws IOException when nobody takes the connection within that time
     */
    Optional<Socket> connect(String host, int port, Duration within) throws IOException;
  }

  /** The way through plain sockets, once somebody knows the address. */
  public static Route plainly(Resolver resolver) {
    return (host, port, within) -> {
      Optional<InetSocketAddress> address = resolver.address(host, port);
      if (address.isEmpty()) {
        return Optional.empty();
      }
      Socket socket = new Socket();
      try {
        socket.connect(address.get(), Math.toIntExact(within.toMillis()));
        return Optional.of(socket);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    };
  }

  /** Knows where a host's port really is. */
  @FunctionalInterface
  public interface Resolver {

    /** The address; empty when there is none. */
    Optional<InetSocketAddress> address(String host, int port);
  }

  /**
   * A probe.
   *
   * @param route the way to the endpoints
   * @param namesHost whether the TLS handshake names the host (Enable SNI)
   */
  public HttpsProbe(Route route, boolean namesHost) {
    this.route = route;
    this.namesHost = namesHost;
    this.tls = trustingAnybody();
  }

  @Override
  public boolean succeeds(HealthCheck check) {
    Optional<String> host = check.name().asOptional().flatMap(name -> name);
    Optional<Integer> port = check.port().asOptional();
    Optional<String> path = check.path().asOptional();
    if (host.isEmpty() || port.isEmpty() || path.isEmpty()) {
      return false;
    }
    boolean secure = check.type().is(TLS::contains).isYes();
    try {
      Optional<Socket> connected = route.connect(host.get(), port.get(), TO_CONNECT);
      if (connected.isEmpty()) {
        return false;
      }
      try (Socket plain = connected.get()) {
        plain.setSoTimeout(Math.toIntExact(TO_ANSWER.toMillis()));
        return secure
            ? succeedsOverTls(plain, host.get(), port.get(), path.get())
            : isWell(plain, host.get(), path.get());
      }
    } catch (IOException noAnswer) {
      return false;
    }
  }

  private boolean succeedsOverTls(Socket plain, String host, int port, String path)
      throws IOException {
    try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, null, port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(namesHost ? List.of(new SNIHostName(host)) : List.of());
      socket.setSSLParameters(parameters);
      return isWell(socket, host, path);
    }
  }

  private static boolean isWell(Socket socket, String host, String path) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nUser-Agent: Amazon-Route53-Health-Check-Service\r\n\r\n"
            .formatted(path.isEmpty() ? "/" : path, host);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    String line = firstLine(socket.getInputStream());
    return line.matches("HTTP/1\\.[01] [23]\\d\\d.*");
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n' && line.length() < 200; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static SSLSocketFactory trustingAnybody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /** Route 53 does not validate certificates, so neither does what plays it. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
