package dev.atoll.itest.twin.database;

import dev.atoll.itest.twin.network.Loops;
import java.io.IOException;
import java.io.InputStream;
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
  private final ServerSocket listener;
  private final Loops loops = new Loops();
  private volatile boolean cut;

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
    daemon("accepts at " + forward.address, forward.loops.of(forward::accept));
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

  /** Breaks every connection, and each new one at once. The address stays taken. */
  public void cut() {
    cut = true;
    open.forEach(TcpForward::closeQuietly);
  }

  /** Takes connections again. What was broken stays broken. */
  public void restore() {
    cut = false;
  }

  @Override
  public void close() {
    closeQuietly(listener);
    loops.awaitEnd();
    cut();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (cut) {
          // A reset, as of a server that has just gone.
          near.setSoLinger(true, 0);
          near.close();
        } else {
          open.add(near);
          daemon("to " + address, () -> connect(near));
        }
      } catch (IOException closed) {
        // The next round sees whether it was the listener or only that connection.
      }
    }
  }

  private void connect(Socket near) {
    try (near;
        Socket far = upstream.open()) {
      open.add(far);
      if (cut) {
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
