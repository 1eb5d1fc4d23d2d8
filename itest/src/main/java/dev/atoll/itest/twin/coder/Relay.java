package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.network.Dialer;
import dev.atoll.itest.twin.network.Host;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks other replicas for {@code /derp/latency-check} at the addresses that they gave, past every
 * load balancer.
 */
record Relay(Host from, Dialer dialer) {

  private static final String PATH = "/derp/latency-check";

  /** Real time; Coder waits three seconds, and the machine may be busy. */
  private static final int PATIENCE_MILLIS = 30_000;

  private static final int LONGEST_LINE = 8_192;

  /**
   * Asks once, and wants 200.
   *
   * @throws IOException with Go's words when there is none
   */
  void reach(String relay) throws IOException {
    try (Socket socket = dial(relay)) {
      ask(socket, relay);
    } catch (SocketTimeoutException e) {
      throw new IOException(
          "do probe: Get \"%s%s\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
              .formatted(relay, PATH),
          e);
    }
  }

  /**
   * The time of a second question on the same connection.
   *
   * @throws IOException when there is no answer
   */
  Duration roundTrip(String relay) throws IOException {
    try (Socket socket = dial(relay)) {
      ask(socket, relay);
      long asked = System.nanoTime();
      ask(socket, relay);
      return Duration.ofNanos(System.nanoTime() - asked);
    }
  }

  private Socket dial(String relay) throws IOException {
    URI uri = URI.create(relay);
    if (uri.getHost() == null) {
      throw new IOException(
          "do probe: Get \"%s\": unsupported protocol scheme \"\"".formatted(PATH));
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    try {
      Socket socket = dialer.dial(from, new InetSocketAddress(literal(uri), port));
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "do probe: Get \"%s%s\": dial tcp %s:%d: connect: connection refused"
              .formatted(relay, PATH, uri.getHost(), port),
          e);
    }
  }

  // Replicas give addresses; a name would be a question to a resolver that is not the twin's.
  private static InetAddress literal(URI relay) throws IOException {
    String host = relay.getHost();
    if (!host.matches("[0-9.]+")) {
      throw new IOException(
          "do probe: Get \"%s%s\": dial tcp: lookup %s: no such host".formatted(relay, PATH, host));
    }
    return InetAddress.getByName(host);
  }

  private static void ask(Socket socket, String relay) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(PATH, URI.create(relay).getAuthority());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String status = line(in);
    if (!status.startsWith("HTTP/1.")) {
      throw new IOException("do probe: malformed HTTP response");
    }
    if (!status.startsWith("200", status.indexOf(' ') + 1)) {
      throw new IOException("unexpected status code: " + status.split(" ", -1)[1]);
    }
    long length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Long.parseLong(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() > LONGEST_LINE) {
        throw new IOException("EOF");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
