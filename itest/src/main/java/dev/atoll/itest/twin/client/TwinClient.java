package dev.atoll.itest.twin.client;

import dev.atoll.aws.Region;
import dev.atoll.itest.dns.Resolver;
import dev.atoll.itest.twin.client.HttpWire.Head;
import dev.atoll.itest.twin.client.Links.Broken;
import dev.atoll.itest.twin.client.Links.Link;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.network.Dialer;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Outcome.Stage;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A client on a host of the twin. One connection per request; nothing is kept but names. */
public final class TwinClient implements Client {

  private static final Map<String, String> HEADERS =
      Map.of("Connection", "close", "User-Agent", "atoll", "Accept", "*/*");

  private final Host host;
  private final Resolver resolver;
  private final TwinClock clock;
  private final Links links;

  /**
   * A client.
   *
   * @param host where he stands
   * @param trust whose certificates he accepts
   * @param clock says when he pings
   */
  public TwinClient(
      Host host,
      Dialer dialer,
      Resolver resolver,
      SSLContext trust,
      TwinClock clock,
      Patience patience) {
    this.host = host;
    this.resolver = resolver;
    this.clock = clock;
    this.links = new Links(host, dialer, resolver, trust, patience);
  }

  @Override
  public Region region() {
    return host.region();
  }

  @Override
  public String address() {
    return host.address().getHostAddress();
  }

  @Override
  public Resolution resolve(String name) {
    return resolver.resolve(name);
  }

  /**
   * A socket of his that is not connected yet, for other HTTP clients: it comes from his address,
   * and the twin's network lets it through or does not.
   */
  public Socket socket() {
    return new DialledSocket(host, links.dialer());
  }

  @Override
  public Outcome send(Request request) {
    try (Link link = links.open(request.uri())) {
      return exchange(link, request);
    } catch (Broken e) {
      return e.failure();
    } catch (IOException e) {
      return new Failure(Stage.ANSWER, Links.reason(e));
    }
  }

  private static Outcome exchange(Link link, Request request) throws IOException {
    HttpWire wire = new HttpWire(link.socket().getInputStream(), link.socket().getOutputStream());
    long begun = System.nanoTime();
    wire.write(request, HEADERS);
    Head head = wire.head();
    String body = wire.body(head, request.method());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new Response(head.status(), head.headers(), body, link.server(), took);
  }

  @Override
  public Conversation converse(URI uri, KeepAlive keepAlive) {
    Link link;
    try {
      link = links.open(uri);
    } catch (Broken e) {
      throw new TrafficException("No WebSocket to %s: %s".formatted(uri, e.failure()), e);
    }
    try {
      return WebSocket.open(link, uri, keepAlive, clock);
    } catch (IOException | RuntimeException e) {
      Links.closeQuietly(link);
      throw new TrafficException("No WebSocket to %s: %s".formatted(uri, Links.reason(e)), e);
    }
  }

  @Override
  public String toString() {
    return host.toString();
  }
}
