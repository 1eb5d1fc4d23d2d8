package dev.atoll.traffic;

import dev.atoll.aws.Region;
import java.net.URI;
import java.time.Duration;

/**
 * Somebody who asks a deployment over real sockets, with a resolver and a trust store of his own.
 */
public interface Client {

  /** Where he stands. */
  Region region();

  /** His address, as servers should see it, such as {@code 127.3.0.2} or {@code 203.0.113.7}. */
  String address();

  /** Asks his resolver for the IPv4 addresses of a name; an answer is kept for its TTL. */
  Resolution resolve(String name);

  /**
   * One request and its answer, after resolving the name and, for {@code https}, checking the
   * certificate against the name. Redirects are answers, not followed. Cookies are neither kept nor
   * sent.
   */
  Outcome send(Request request);

  /**
   * Opens a WebSocket.
   *
   * @param uri {@code wss://…}
   * @param keepAlive what keeps the connection alive while nobody speaks
   * @throws TrafficException when it cannot be opened
   */
  Conversation converse(URI uri, KeepAlive keepAlive);

  /** What is sent while nobody has anything to say. */
  record KeepAlive(Kind kind, Duration every) {

    /** Nothing at all. */
    public static final KeepAlive NONE = new KeepAlive(Kind.NONE, Duration.ZERO);

    /** Who sends it. */
    public enum Kind {
      NONE,
      /** The kernel ({@code SO_KEEPALIVE}). */
      TCP,
      /** WebSocket pings. */
      PING
    }
  }
}
