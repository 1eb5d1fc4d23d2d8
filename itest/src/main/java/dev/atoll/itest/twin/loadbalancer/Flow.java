package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.clock.TwinClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/**
 * A connection through a load balancer: bytes pass untouched, both ways, until one side ends it or
 * it has been idle for too long. What comes in then is answered with a reset.
 */
final class Flow {

  private static final int CHUNK = 1 << 14;

  private final Socket client;
  private final Socket inside;
  private final Socket target;
  private final Duration limit;
  private final TwinClock clock;
  private final CountDownLatch ways = new CountDownLatch(2);
  private volatile Instant touched;
  private volatile boolean expired;

  /**
   * A flow that has just begun.
   *
   * @param client the client's connection as it came
   * @param inside the same without TLS
   * @param target the connection to the target
   * @param limit how long it may be idle
   */
  Flow(Socket client, Socket inside, Socket target, Duration limit, TwinClock clock) {
    this.client = client;
    this.inside = inside;
    this.target = target;
    this.limit = limit;
    this.clock = clock;
    this.touched = clock.now();
  }

  /** Passes bytes on until both ways have ended. */
  void carry(Executor threads) {
    threads.execute(() -> pass(target, inside));
    pass(inside, target);
    try {
      ways.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] bytes = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (expired) {
          reset();
          return;
        }
        touched = clock.now();
        out.write(bytes, 0, count);
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      reset();
    } finally {
      ways.countDown();
    }
  }

  /** Whether nothing was said for longer than is allowed. */
  boolean isIdle() {
    return !expired && !clock.now().isBefore(touched.plus(limit));
  }

  /** Whether the kernel of one side keeps it alive. */
  boolean isKeptAlive(KernelTimers timers) {
    return keeps(client, timers) || keeps(target, timers);
  }

  private boolean keeps(Socket socket, KernelTimers timers) {
    return timers
        .next(
            (InetSocketAddress) socket.getRemoteSocketAddress(),
            (InetSocketAddress) socket.getLocalSocketAddress())
        .filter(next -> next.compareTo(limit) <= 0)
        .isPresent();
  }

  void touch() {
    touched = clock.now();
  }

  /** It is forgotten; neither side is told. */
  void expire() {
    expired = true;
  }

  /** Breaks it at once. */
  void reset() {
    Sockets.reset(client);
    Sockets.reset(target);
  }

  private void end() {
    Sockets.close(inside);
    Sockets.close(client);
    Sockets.close(target);
  }
}
