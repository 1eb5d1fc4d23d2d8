package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.itest.twin.network.Host;
import java.net.InetSocketAddress;

/**
 * A registered target.
 *
 * @param host the pod; with instance targets, the pod that the node passes connections on to
 * @param port its port
 * @param zone its Availability Zone
 */
public record Target(Host host, int port, String zone) {

  InetSocketAddress address() {
    return new InetSocketAddress(host.address(), port);
  }

  @Override
  public String toString() {
    return host + " port " + port;
  }
}
