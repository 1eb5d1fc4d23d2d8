package dev.atoll.stacks.loadbalancer;

import dev.atoll.stacks.aws.AwsEip;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LoadBalancerDesign;
import dev.atoll.topology.PlannedSubnet;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The static addresses of load balancers, one per zone. The controller takes their allocation ids
 * from the Service; they outlive the load balancer, so that allow-lists stay right.
 *
 * @param allocations the addresses of a load balancer in the order of the public subnets, by Region
 *     and name: {@code us_east_2_coder}
 * @param layer resources and outputs
 */
public record AddressLayer(Map<String, List<AwsEip>> allocations, Layer layer) {

  public AddressLayer {
    allocations = Collections.unmodifiableMap(new LinkedHashMap<>(allocations));
  }

  /** The addresses of a topology. */
  public static AddressLayer of(Topology topology, NetworkLayer network) {
    Map<String, List<AwsEip>> allocations = new LinkedHashMap<>();
    List<Output> outputs = new ArrayList<>();
    for (RegionNetwork region : network.regions().values()) {
      CoderRegion described = region.described();
      for (Map.Entry<String, LoadBalancerDesign> each :
          topology.design().loadBalancers(described).entrySet()) {
        if (each.getValue().staticAddresses()) {
          String name = described.region().identifier() + "_" + each.getKey();
          List<AwsEip> addresses = addresses(region, each.getKey(), name);
          allocations.put(name, addresses);
          outputs.add(output(name, each.getKey(), described, addresses));
        }
      }
    }
    List<Resource> resources = new ArrayList<>();
    allocations.values().forEach(resources::addAll);
    return new AddressLayer(allocations, new Layer("addresses", resources, outputs));
  }

  private static List<AwsEip> addresses(RegionNetwork network, String of, String name) {
    List<AwsEip> addresses = new ArrayList<>();
    for (PlannedSubnet zone : network.described().publicSubnets()) {
      String tag = "%s-%s-%s".formatted(network.described().cluster(), of, zone.zoneLetter());
      addresses.add(
          new AwsEip(
              name + "_" + zone.zoneLetter(),
              network.described().region(),
              Optional.of(network.internet()),
              Map.of("Name", tag)));
    }
    return List.copyOf(addresses);
  }

  private static Output output(String name, String of, CoderRegion region, List<AwsEip> addresses) {
    return new Output(
        name + "_addresses",
        "At these addresses %s of %s answers: for the allow-lists of customers"
            .formatted(of, region.region()),
        addresses.stream().map(address -> address.attribute("public_ip")).toList());
  }
}
