package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Loops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A listener in one zone: takes connections, ends their TLS, and passes them to targets. */
final class OpenListener implements AutoCloseable {

  /** Neither a TLS listener's limit nor, as read back, a TCP listener's can be another. */
  static final Duration IDLE = Duration.ofSeconds(350);

  private final Balancing shared;
  private final Entry entry;
  private final Host balancer;
  private final TargetPool pool;
  private final Predicate<Target> reachable;
  private final Optional<SSLContext> tls;
  private final IdleRule idle;
  private final ServerSocket server;
  private final Loops loops = new Loops();
  private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();

  OpenListener(
      Balancing shared,
      Entry entry,
      Host balancer,
      TargetPool pool,
      Predicate<Target> reachable,
      Optional<SSLContext> tls,
      IdleRule idle)
      throws IOException {
    this.shared = shared;
    this.entry = entry;
    this.balancer = balancer;
    this.pool = pool;
    this.reachable = reachable;
    this.tls = tls;
    this.idle = idle;
    this.server = shared.network().listen(balancer, entry.listener().port());
    shared.threads().execute(loops.of(this::accept));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        accepted.add(client);
        shared.threads().execute(() -> serve(client));
      } catch (RejectedExecutionException full) {
        accepted.forEach(Sockets::reset);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try {
      client.setTcpNoDelay(true);
      Socket inside = tls.isPresent() ? withoutTls(tls.get(), client) : client;
      carry(client, inside, client.getInetAddress());
    } catch (IOException refused) {
      // No TLS, or no target that takes the connection: the client is told by a reset.
      Sockets.reset(client);
    } finally {
      Sockets.close(client);
      accepted.remove(client);
    }
  }

  private Socket withoutTls(SSLContext context, Socket client) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    socket.setUseClientMode(false);
    socket.setSoTimeout((int) shared.patience().toMillis());
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }

  private void carry(Socket client, Socket inside, InetAddress address) throws IOException {
    Target target =
        pool.next(reachable)
            .orElseThrow(() -> new IOException("no target is registered in this zone"));
    try (Socket upstream = shared.connector().connect(entry, balancer, address, target)) {
      Flow flow = new Flow(client, inside, upstream, IDLE, shared.clock());
      idle.watch(flow);
      try {
        flow.carry(shared.threads());
      } finally {
        idle.forget(flow);
      }
    }
  }

  @Override
  public void close() {
    Sockets.close(server);
    loops.awaitEnd();
    accepted.forEach(Sockets::reset);
  }
}
