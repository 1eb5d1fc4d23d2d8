package dev.atoll.itest.live;

import dev.atoll.aws.Region;
import dev.atoll.itest.dns.Resolver;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * This machine as a visitor. Anything but GET and HEAD is refused before it is sent; answers are
 * read up to a limit; a token goes where its caller sends it, and nowhere else, as redirects are
 * not followed.
 */
final class LiveClient implements Client {

  /** Nothing that is asked for is longer; the rest of a longer answer is not read. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Region region;
  private final Resolver resolver;
  private final OkHttpClient http;

  LiveClient(Region region, Resolver resolver, OkHttpClient http) {
    this.region = region;
    this.resolver = resolver;
    this.http = http;
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

  @Override
  public Resolution resolve(String name) {
    return resolver.resolve(name);
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
    Progress progress = new Progress();
    OkHttpClient listened = http.newBuilder().eventListener(progress).build();
    try (Response response = listened.newCall(translated(request)).execute();
        InputStream body = response.body().byteStream()) {
      String text = new String(body.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
      return new Outcome.Response(
          response.code(),
          response.headers().toMultimap(),
          text,
          progress.server(),
          progress.took());
    } catch (IOException e) {
      return progress.failure(request.uri().getHost(), e);
    }
  }

  /** One request a connection, and nothing packed: what is asked for is short. */
  private static okhttp3.Request translated(Request request) {
    okhttp3.Request.Builder builder =
        new okhttp3.Request.Builder()
            .url(request.uri().toString())
            .method(request.method(), null)
            .header("User-Agent", "atoll")
            .header("Accept-Encoding", "identity")
            .header("Connection", "close");
    request.headers().forEach(builder::header);
    return builder.build();
  }

  @Override
  public Conversation converse(URI uri, KeepAlive keepAlive) {
    throw new TrafficException(
        "not asked: no WebSocket is kept open to a live deployment; a twin shows that");
  }
}
