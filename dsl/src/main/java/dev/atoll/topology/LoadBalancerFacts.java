package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.loadbalancer.ElasticIp;
import dev.atoll.facts.loadbalancer.RequestedFeature;
import dev.atoll.facts.loadbalancer.StaticEntrance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Projects the load balancers of a Region, and every Elastic IP address there, into facts. */
final class LoadBalancerFacts {

  private LoadBalancerFacts() {}

  /** What is asked of the load balancers. */
  static List<Fact> requested(LoadBalancerDesign design) {
    List<Fact> facts = new ArrayList<>();
    for (LoadBalancerDesign.Request request : design.requests()) {
      String name = request.feature().name().toLowerCase(Locale.ROOT);
      facts.add(new RequestedFeature(request.at(), ref("load_balancer", name), request.feature()));
    }
    return facts;
  }

  /** The load balancers of a Region and its addresses, those of NAT gateways among them. */
  static List<Fact> of(Design design, CoderRegion region) {
    List<Fact> facts = new ArrayList<>();
    List<PlannedSubnet> zones = region.publicSubnets();
    zones.stream()
        .limit(design.nat().count(zones.size()))
        .forEach(zone -> facts.add(address(region.at(), region, zone.zoneLetter() + "_nat")));
    Map<String, LoadBalancerDesign> balancers = new LinkedHashMap<>(design.loadBalancers(region));
    // A proxy that waits has none yet.
    region
        .workspaceProxy()
        .filter(proxy -> proxy.awaits().isEmpty())
        .ifPresent(proxy -> balancers.put("coder_proxy", design.coder().loadBalancer()));
    balancers.forEach(
        (name, balancer) -> {
          if (balancer.staticAddresses()) {
            zones.forEach(
                zone -> facts.add(address(balancer.at(), region, name + "_" + zone.zoneLetter())));
            facts.add(entrance(region, name, balancer, zones.size()));
          }
        });
    return facts;
  }

  private static ElasticIp address(Source at, CoderRegion region, String name) {
    String address = region.region().identifier() + "_" + name;
    return new ElasticIp(at, ref("aws_eip", address), known(region.region()));
  }

  private static StaticEntrance entrance(
      CoderRegion region, String name, LoadBalancerDesign balancer, int zones) {
    return new StaticEntrance(
        balancer.at(),
        ref("load_balancer", region.region().identifier() + "_" + name),
        region.region(),
        zones,
        balancer.crossZone(),
        Value.unknown("how many replicas run in " + region.region() + " is not described yet"));
  }
}
