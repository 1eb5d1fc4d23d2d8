package dev.atoll.itest.twin.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes TCP connections and passes their bytes on, until it is cut. Two threads a connection, which
 * end with it.
 */
public final class TcpForward implements AutoCloseable {

  /** Opens the connection on the other side. */
  @FunctionalInterface
  public interface Upstream {
    /**
     * Opens one.
     *
     * @throws IOException when it cannot be opened; the connection in front is closed then
     */
    Socket open() throws IOException;
  }

  private final InetSocketAddress address;
  private final Upstream upstream;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;

  private TcpForward(InetSocketAddress address, Upstream upstream, ServerSocket listener) {
    this.address = address;
    this.upstream = upstream;
    this.listener = listener;
  }

  /**
   * Listens at an address.
   *
   * @param address with port 0 for any free port
   * @param upstream the other side
   * @throws IOException when the address is taken
   */
  public static TcpForward listen(InetSocketAddress address, Upstream upstream) throws IOException {
    ServerSocket listener = bound(address);
    TcpForward forward =
        new TcpForward((InetSocketAddress) listener.getLocalSocketAddress(), upstream, listener);
    forward.acceptFrom(listener);
    return forward;
  }

  private static ServerSocket bound(InetSocketAddress address) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(address);
    return listener;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /** Stops listening and breaks every connection. */
  public synchronized void cut() {
    closeQuietly(listener);
    open.forEach(TcpForward::closeQuietly);
  }

  /** Listens again. What it broke stays broken. */
  public synchronized void restore() {
    if (listener.isClosed()) {
      try {
        listener = bound(address);
      } catch (IOException e) {
        throw new UncheckedIOException(address + " cannot be listened on again", e);
      }
      acceptFrom(listener);
    }
  }

  @Override
  public void close() {
    cut();
  }

  private void acceptFrom(ServerSocket from) {
    daemon("accepts at " + address, () -> accept(from));
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket near = from.accept();
        open.add(near);
        daemon("to " + address, () -> connect(from, near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(ServerSocket from, Socket near) {
    try (near;
        Socket far = upstream.open()) {
      open.add(far);
      if (from.isClosed()) {
        return;
      }
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      daemon("from " + address, () -> copy(far, near));
      copy(near, far);
    } catch (IOException broken) {
      // The socket in front closes, which is what its owner would see.
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // Both ends are closed below.
    } finally {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void daemon(String name, Runnable what) {
    Thread thread = new Thread(what, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception alreadyBroken) {
      // Nothing is left to close.
    }
  }
}
