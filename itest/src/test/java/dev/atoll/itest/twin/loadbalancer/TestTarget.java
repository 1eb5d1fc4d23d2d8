package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Loops;
import dev.atoll.itest.twin.network.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import jdk.net.ExtendedSocketOptions;

/**
 * A server for one line at a time: HTTP requests get the status that is set, any other line comes
 * back with the server's name and the address that it sees.
 */
final class TestTarget implements AutoCloseable {

  static final int PORT = 8080;

  private final Host host;
  private final ServerSocket server;
  private final Loops loops = new Loops();
  private volatile int status = 200;
  private volatile Thinking thinking = decided();
  private volatile Optional<Duration> keepAlive = Optional.empty();

  TestTarget(Host host, Network network, Executor threads) {
    this.host = host;
    try {
      server = network.listen(host, PORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(loops.of(() -> accept(threads)));
  }

  Target in(String zone) {
    return new Target(host, PORT, zone);
  }

  Host host() {
    return host;
  }

  void answers(int code) {
    status = code;
  }

  /** From now on it thinks about every line until it is told to answer. */
  Thinking thinks() {
    thinking = new Thinking();
    return thinking;
  }

  /** A target that has a line and does not answer it yet. */
  static final class Thinking {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);

    /** Waits until it has a line. */
    void awaitLine() throws InterruptedException {
      asked.await();
    }

    void answer() {
      answers.countDown();
    }

    private void think() {
      asked.countDown();
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void keepsAlive(Duration every) {
    keepAlive = Optional.of(every);
  }

  private void accept(Executor threads) {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // Nobody is served any more.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      if (keepAlive.isPresent()) {
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, (int) keepAlive.get().toSeconds());
      }
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("GET ")) {
          out.write(bytes("HTTP/1.1 " + status + " whatever\r\nConnection: close\r\n\r\n"));
          return;
        }
        thinking.think();
        out.write(
            bytes(
                "%s to %s from %s\n"
                    .formatted(line, host, socket.getInetAddress().getHostAddress())));
      }
    } catch (IOException broken) {
      // The other side went.
    }
  }

  private static Thinking decided() {
    Thinking none = new Thinking();
    none.answer();
    return none;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    Sockets.close(server);
    loops.awaitEnd();
  }
}
