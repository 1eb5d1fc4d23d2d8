package dev.atoll.itest.twin.dns;

import java.net.InetAddress;
import java.util.List;

/** Where on loopback that stands to which an alias leads. */
@FunctionalInterface
public interface AliasAddresses {

  /** The addresses of a load balancer, by its DNS name; empty when there is none of that name. */
  List<InetAddress> of(String dnsName);
}
