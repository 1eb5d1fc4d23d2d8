package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.network.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens connections from a load balancer to targets.
 *
 * @param admission whom targets let in
 * @param patience the real time after which somebody who is silent is given up
 */
record Connector(TargetAdmission admission, Duration patience) {

  /**
   * Connects to a target for a client.
   *
   * @param entry says whose address the target sees
   * @param balancer the load balancer in the client's zone
   * @throws SocketTimeoutException when packets are dropped
   * @throws IOException when the target refuses
   */
  Socket connect(Entry entry, Host balancer, InetAddress client, Target target) throws IOException {
    boolean kept = entry.keepsClientAddress();
    if (kept && client.equals(target.host().address())) {
      // The target would get a packet from itself, and drops it.
      throw dropped(target, "a target that reaches itself through the load balancer");
    }
    InetAddress source = kept ? client : entry.signs(balancer).address();
    return connect(source, kept ? Optional.of(client) : Optional.empty(), target, target.port());
  }

  /** Connects to ask for the target's health, with the load balancer's own address. */
  Socket probe(Host balancer, Target target, int port) throws IOException {
    return connect(balancer.address(), Optional.empty(), target, port);
  }

  private Socket connect(InetAddress source, Optional<InetAddress> client, Target target, int port)
      throws IOException {
    Optional<String> obstacle = admission.obstacle(target, client);
    if (obstacle.isPresent()) {
      throw dropped(target, obstacle.get());
    }
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.bind(new InetSocketAddress(source, 0));
      socket.connect(
          new InetSocketAddress(target.host().address(), port), (int) patience.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Nobody waits for what is known not to come. */
  private static SocketTimeoutException dropped(Target target, String why) {
    return new SocketTimeoutException("no way to %s: %s".formatted(target, why));
  }
}
