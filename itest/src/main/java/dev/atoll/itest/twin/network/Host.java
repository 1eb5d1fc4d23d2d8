package dev.atoll.itest.twin.network;

import dev.atoll.aws.Region;
import dev.atoll.facts.Ref;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Something with an address of its own on loopback: a pod, a load balancer in one zone, a client.
 *
 * @param name what a person calls it, such as {@code coder-0 in us-east-2}
 * @param region where it stands
 * @param nodes the node interfaces behind which it is ({@link
 *     dev.atoll.facts.network.NodeInterfaces}); empty for what no VPC keeps, such as a client
 * @param address its address, in 127.0.0.0/8
 */
public record Host(String name, Region region, Optional<Ref> nodes, InetAddress address) {
  @Override
  public String toString() {
    return name;
  }
}
