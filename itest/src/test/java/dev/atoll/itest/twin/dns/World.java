package dev.atoll.itest.twin.dns;

import dev.atoll.analysis.dns.cases.DnsCase;
import dev.atoll.analysis.dns.cases.DnsCases;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses for a world of the table: a load balancer each, and a client in every Region. */
final class World {

  static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static final List<Region> REGIONS = Region.all();

  private World() {}

  static Facts twoRegions() {
    return DnsCases.table().stream()
        .filter(one -> one.world().startsWith("two Regions"))
        .map(DnsCase::facts)
        .findFirst()
        .orElseThrow();
  }

  static AliasAddresses addresses(Facts facts) {
    List<String> names =
        new ArrayList<>(facts.all(LoadBalancer.class).stream().map(LoadBalancer::dnsName).toList());
    return name ->
        names.contains(name) ? List.of(address(127, 9, 0, names.indexOf(name) + 1)) : List.of();
  }

  static InetAddress balancer(Facts facts, String name) {
    return facts.all(LoadBalancer.class).stream()
        .map(LoadBalancer::dnsName)
        .filter(dnsName -> dnsName.startsWith(name + "."))
        .flatMap(dnsName -> addresses(facts).of(dnsName).stream())
        .findFirst()
        .orElseThrow();
  }

  /** A client on loopback. */
  static InetAddress client(Region region) {
    return address(127, 8, 0, REGIONS.indexOf(region) + 1);
  }

  /** A client somewhere on the Internet, for whom a resolver asks. */
  static InetAddress subnet(Region region) {
    return address(198, 51, 100, REGIONS.indexOf(region) + 1);
  }

  static Optional<Region> region(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean known = (bytes[0] == 127 && bytes[1] == 8) || Byte.toUnsignedInt(bytes[0]) == 198;
    return known ? Optional.of(REGIONS.get(bytes[3] - 1)) : Optional.empty();
  }

  private static InetAddress address(int one, int two, int three, int four) {
    try {
      return InetAddress.getByAddress(
          new byte[] {(byte) one, (byte) two, (byte) three, (byte) four});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
