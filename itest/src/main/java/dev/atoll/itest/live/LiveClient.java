package dev.atoll.itest.live;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * This machine as a visitor. Anything but GET and HEAD is refused before it is sent; answers are
 * read up to a limit; a token goes where its caller sends it, and nowhere else, as redirects are
 * not followed.
 */
final class LiveClient implements Client {

  /** How long a connection, and then an answer, may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Nothing that is asked for is longer; the rest of a longer answer is not read. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Region region;
  private final HttpClient http;
  private final Budget budget;

  LiveClient(Region region, HttpClient http, Budget budget) {
    this.region = region;
    this.http = http;
    this.budget = budget;
  }

  @Override
  public Region region() {
    return region;
  }

  /** The machine's own; behind a translation of addresses, servers see another one. */
  @Override
  public String address() {
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** The machine's resolver does not say how long its answer may be kept, nor why there is none. */
  @Override
  public Resolution resolve(String name) {
    try {
      List<String> addresses =
          Arrays.stream(InetAddress.getAllByName(name))
              .filter(Inet4Address.class::isInstance)
              .map(InetAddress::getHostAddress)
              .toList();
      return new Resolution(name, "NOERROR", addresses, Duration.ZERO);
    } catch (UnknownHostException e) {
      return new Resolution(name, "no address", List.of(), Duration.ZERO);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws TrafficException when it would change something, or the budget is spent
   */
  @Override
  public Outcome send(Request request) {
    if (!READING.contains(request.method())) {
      throw new TrafficException(
          "not asked: %s %s is not sent to a live deployment, which is only read"
              .formatted(request.method(), request.uri()));
    }
    budget.take();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .timeout(PATIENCE)
            .method(request.method(), HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", "atoll");
    request.headers().forEach(builder::header);
    long before = System.nanoTime();
    try {
      HttpResponse<InputStream> response =
          http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
        return new Outcome.Response(
            response.statusCode(),
            response.headers().map(),
            text,
            server(request.uri()),
            Duration.ofNanos(System.nanoTime() - before));
      }
    } catch (IOException e) {
      return new Outcome.Failure(stage(e), why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrafficException("not asked: interrupted", e);
    }
  }

  @Override
  public Conversation converse(URI uri, KeepAlive keepAlive) {
    throw new TrafficException(
        "not asked: no WebSocket is kept open to a live deployment; a twin shows that");
  }

  /** The client's own look-up was a moment ago, so the machine still knows its answer. */
  private String server(URI uri) {
    return resolve(uri.getHost()).addresses().stream().findFirst().orElse("unknown");
  }

  private static Outcome.Stage stage(IOException e) {
    if (caused(e, UnresolvedAddressException.class) || caused(e, UnknownHostException.class)) {
      return Outcome.Stage.NAME;
    }
    if (e instanceof SSLException) {
      return Outcome.Stage.TLS;
    }
    return e instanceof ConnectException || e instanceof HttpConnectTimeoutException
        ? Outcome.Stage.CONNECT
        : Outcome.Stage.ANSWER;
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    if (message != null) {
      return message;
    }
    return caused(e, UnresolvedAddressException.class)
        ? "the name has no address"
        : e.getClass().getSimpleName();
  }
}
