package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** To which Region's Coder servers an address leads, found out by asking for each Region's name. */
public final class Whereabouts {

  private final Map<String, Region> byAddress;

  private Whereabouts(Map<String, Region> byAddress) {
    this.byAddress = Map.copyOf(byAddress);
  }

  /** Asks for a name of each Region: its own where it has one, else its load balancer's. */
  public static Whereabouts ask(Client client, Hosts hosts) {
    Map<String, Region> byAddress = new HashMap<>();
    hosts
        .coderBalancers()
        .forEach(
            (region, balancer) -> {
              String name = hosts.of(region).orElse(balancer);
              client.resolve(name).addresses().forEach(address -> byAddress.put(address, region));
            });
    return new Whereabouts(byAddress);
  }

  /** The Region of an address; empty for one that is none of the deployment's. */
  public Optional<Region> of(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /** The Region of an address for people. */
  public String show(String address) {
    return of(address).map(Region::name).orElse(address);
  }
}
