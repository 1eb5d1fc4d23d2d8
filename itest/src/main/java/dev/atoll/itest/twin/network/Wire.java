package dev.atoll.itest.twin.network;

import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries the bytes of many connections and holds each back for as long as its path takes. One
 * thread for all of them.
 */
final class Wire implements AutoCloseable {

  private final Selector selector;
  private final Thread thread;
  private final Queue<WireConnection> arriving = new ConcurrentLinkedQueue<>();
  private final Set<WireConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  Wire() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new TrafficException("No selector for the twin's network", e);
    }
    thread = new Thread(this::carry, "twin's network");
    thread.setDaemon(true);
    thread.start();
  }

  /** The socket of a channel that is connected, behind a line. */
  Socket socket(SocketChannel channel, Line line) throws IOException {
    channel.configureBlocking(false);
    WireConnection connection = new WireConnection(channel, line, selector::wakeup);
    connections.add(connection);
    arriving.add(connection);
    selector.wakeup();
    if (ended) {
      channel.close();
      throw new IOException("the twin's network is down");
    }
    return new WireSocket(connection);
  }

  /** Paths have changed. */
  void stir() {
    connections.forEach(WireConnection::stir);
    selector.wakeup();
  }

  private void carry() {
    try {
      while (!ended) {
        for (WireConnection next = arriving.poll(); next != null; next = arriving.poll()) {
          next.channel().register(selector, SelectionKey.OP_READ, next);
        }
        select();
        selector.selectedKeys().forEach(Wire::serve);
        selector.selectedKeys().clear();
        connections.removeIf(Wire::goes);
        selector.keys().forEach(Wire::attend);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The twin's network broke", e);
    }
  }

  private void select() throws IOException {
    long now = System.nanoTime();
    long next =
        connections.stream().mapToLong(each -> each.nextFlush(now)).min().orElse(Long.MAX_VALUE);
    if (next == Long.MAX_VALUE) {
      selector.select();
    } else if (next == 0) {
      // What could not be written at once waits for room, which the selector tells.
      selector.select(1);
    } else {
      selector.select(TimeUnit.NANOSECONDS.toMillis(next) + 1);
    }
  }

  private static void serve(SelectionKey key) {
    if (key.isValid() && key.isReadable()) {
      ((WireConnection) key.attachment()).receive();
    }
  }

  private static void attend(SelectionKey key) {
    WireConnection connection = (WireConnection) key.attachment();
    long now = System.nanoTime();
    connection.flush(now);
    try {
      key.interestOps(
          (connection.wantsToRead() ? SelectionKey.OP_READ : 0)
              | (connection.wantsToWrite(now) ? SelectionKey.OP_WRITE : 0));
    } catch (CancelledKeyException closed) {
      // It went between the two looks at it.
    }
  }

  private static boolean goes(WireConnection connection) {
    if (!connection.isDone()) {
      return false;
    }
    shut(connection);
    return true;
  }

  private static void shut(WireConnection connection) {
    connection.close();
    try {
      connection.channel().close();
    } catch (IOException gone) {
      // There is nobody to tell.
    }
  }

  @Override
  public void close() {
    ended = true;
    selector.wakeup();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
      connections.forEach(Wire::shut);
      selector.close();
    } catch (IOException e) {
      throw new TrafficException("The twin's network could not be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
