package dev.atoll.itest.twin.client;

import dev.atoll.itest.twin.client.Frames.Frame;
import dev.atoll.itest.twin.client.HttpWire.Head;
import dev.atoll.itest.twin.client.Links.Link;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.clock.TwinClock.Repeated;
import dev.atoll.traffic.Client.KeepAlive;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/**
 * A WebSocket as a client has it. It reads only while it waits for something, so it needs no thread
 * of its own; a ping waits for its pong, so that it has passed everything on the way before the
 * twin's time goes on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455">RFC 6455</a>
 */
final class WebSocket implements Conversation {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String NONCE =
      Base64.getEncoder().encodeToString("the twin's nonce".getBytes(StandardCharsets.US_ASCII));
  private static final int SWITCHING = 101;
  private static final byte[] GOING = {0x03, (byte) 0xE8};

  private final Link link;
  private final Frames frames;
  private Optional<Repeated> pinging = Optional.empty();
  private boolean dead;

  private WebSocket(Link link, Frames frames) {
    this.link = link;
    this.frames = frames;
  }

  static WebSocket open(Link link, URI uri, KeepAlive keepAlive, TwinClock clock)
      throws IOException {
    if (keepAlive.kind() == KeepAlive.Kind.TCP) {
      Socket socket = link.plain();
      int seconds = Math.toIntExact(Math.max(1, keepAlive.every().toSeconds()));
      socket.setKeepAlive(true);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, seconds);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, seconds);
    }
    HttpWire wire = new HttpWire(link.socket().getInputStream(), link.socket().getOutputStream());
    wire.write(
        new Request("GET", uri, Map.of(), Optional.empty()),
        Map.of(
            "Connection", "Upgrade",
            "Upgrade", "websocket",
            "Sec-WebSocket-Version", "13",
            "Sec-WebSocket-Key", NONCE,
            "User-Agent", "atoll"));
    Head head = wire.head();
    String accepted = head.header("sec-websocket-accept").orElse("");
    if (head.status() != SWITCHING || !accepted.equals(expected())) {
      throw new IOException("the server answers %d".formatted(head.status()));
    }
    WebSocket socket = new WebSocket(link, new Frames(wire.in(), wire.out()));
    if (keepAlive.kind() == KeepAlive.Kind.PING) {
      socket.pinging = Optional.of(clock.every(keepAlive.every(), socket::ping));
    }
    return socket;
  }

  private static String expected() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(digest.digest((NONCE + MAGIC).getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private synchronized void ping() {
    if (!dead) {
      answers(Frames.PING, Frames.PONG, "are you there?");
    }
  }

  @Override
  public synchronized boolean echoes(String message) {
    return !dead && answers(Frames.TEXT, Frames.TEXT, message);
  }

  /** Sends, and reads until the same comes back; what comes in between is of no interest. */
  private boolean answers(int sent, int wanted, String text) {
    try {
      frames.write(sent, text.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      while (true) {
        Frame frame = frames.read();
        if (frame.opcode() == Frames.PING) {
          frames.write(Frames.PONG, frame.bytes());
        } else if (frame.opcode() == Frames.CLOSE) {
          die();
          return false;
        } else if (frame.opcode() == wanted || frame.opcode() == Frames.CONTINUATION) {
          message.write(frame.bytes());
          if (frame.last() && message.toString(StandardCharsets.UTF_8).equals(text)) {
            return true;
          }
          if (frame.last()) {
            message.reset();
          }
        }
      }
    } catch (IOException e) {
      die();
      return false;
    }
  }

  private void die() {
    dead = true;
    pinging.ifPresent(Repeated::close);
    Links.closeQuietly(link);
  }

  @Override
  public synchronized void close() {
    if (!dead) {
      try {
        frames.write(Frames.CLOSE, GOING);
      } catch (IOException broken) {
        // Then there is nobody to say goodbye to.
      }
      die();
    }
  }
}
