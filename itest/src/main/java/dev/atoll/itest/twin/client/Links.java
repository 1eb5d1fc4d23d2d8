package dev.atoll.itest.twin.client;

import dev.atoll.itest.dns.Resolver;
import dev.atoll.itest.twin.network.Dialer;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Stage;
import dev.atoll.traffic.Resolution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Opens connections to names: resolves, dials each address in turn, agrees on TLS and checks the
 * certificate against the name.
 */
record Links(Host host, Dialer dialer, Resolver resolver, SSLContext trust, Patience patience) {

  private static final Set<String> SECURE = Set.of("https", "wss");
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** A failure with its stage. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    Broken(Stage stage, String why, Throwable cause) {
      super(why, cause);
      this.failure = new Failure(stage, why);
    }

    Failure failure() {
      return failure;
    }
  }

  /**
   * A connection that is there.
   *
   * @param plain as it was dialled
   * @param socket to be spoken over, with TLS if the scheme has it
   */
  record Link(Socket plain, Socket socket) implements AutoCloseable {
    String server() {
      return plain.getInetAddress().getHostAddress();
    }

    @Override
    public void close() throws IOException {
      socket.close();
      plain.close();
    }
  }

  Link open(URI uri) throws Broken {
    boolean secure = SECURE.contains(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP;
    Resolution resolution = resolved(uri.getHost());
    Socket plain = dialled(resolution, port);
    try {
      plain.setSoTimeout(patience.millis());
      return new Link(plain, secure ? withTls(plain, uri.getHost(), port) : plain);
    } catch (IOException e) {
      closeQuietly(plain);
      throw new Broken(Stage.TLS, "%s: %s".formatted(uri.getHost(), reason(e)), e);
    }
  }

  private Resolution resolved(String name) throws Broken {
    Resolution resolution = literal(name).orElseGet(() -> resolver.resolve(name));
    if (!resolution.isAnswered()) {
      throw new Broken(
          Stage.NAME,
          "%s is answered with %s and no address".formatted(name, resolution.rcode()),
          null);
    }
    return resolution;
  }

  private static Optional<Resolution> literal(String name) {
    return name.matches("[0-9.]+")
        ? Optional.of(new Resolution(name, "NOERROR", List.of(name), Duration.ZERO))
        : Optional.empty();
  }

  private Socket dialled(Resolution resolution, int port) throws Broken {
    IOException last = null;
    for (String address : resolution.addresses()) {
      try {
        return dialer.dial(host, new InetSocketAddress(InetAddress.getByName(address), port));
      } catch (IOException e) {
        last = e;
      }
    }
    throw new Broken(
        Stage.CONNECT,
        "%s at %s port %d: %s"
            .formatted(resolution.name(), resolution.addresses(), port, reason(last)),
        last);
  }

  private Socket withTls(Socket plain, String name, int port) throws IOException {
    SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, name, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static void closeQuietly(AutoCloseable what) {
    try {
      what.close();
    } catch (Exception broken) {
      // It is as closed as it can be.
    }
  }
}
