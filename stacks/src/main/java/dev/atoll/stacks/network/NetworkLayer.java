package dev.atoll.stacks.network;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsNatGateway;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.RegionPeering;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of every Region and what connects them: VPCs, subnets, ways out, peering, routes both
 * ways, and the security group of the nodes.
 *
 * @param regions the network of each Region
 * @param nodes the security of each Region's nodes
 * @param layer its resources and outputs
 */
public record NetworkLayer(
    Map<Region, RegionNetwork> regions, Map<Region, NodeSecurity> nodes, Layer layer) {

  public NetworkLayer {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** The network of a topology. */
  public static NetworkLayer of(Topology topology) {
    Map<Region, RegionNetwork> networks = new LinkedHashMap<>();
    for (CoderRegion region : topology.regions()) {
      networks.put(region.region(), RegionNetwork.of(region, topology.design().nat()));
    }
    Map<Region, NodeSecurity> nodes = new LinkedHashMap<>();
    List<Resource> resources = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    List<Integer> ports = List.copyOf(topology.design().coder().replicaPorts());
    for (RegionNetwork network : networks.values()) {
      Region region = network.described().region();
      List<RegionNetwork> peers =
          topology.design().peeringsOf(region).stream()
              .map(peering -> networks.get(peering.across(region)))
              .toList();
      NodeSecurity security = NodeSecurity.of(network, peers, ports);
      nodes.put(region, security);
      resources.addAll(network.resources());
      resources.addAll(security.resources());
      outputs.add(vpc(network));
      outputs.add(addresses(network));
      outputs.add(nodes(network, security));
    }
    for (RegionPeering peering : topology.peerings()) {
      PeeringConnection connection =
          PeeringConnection.of(
              peering, networks.get(peering.requester()), networks.get(peering.accepter()));
      resources.addAll(connection.resources());
    }
    return new NetworkLayer(networks, nodes, new Layer("network", resources, outputs));
  }

  private static Output vpc(RegionNetwork network) {
    return new Output(
        network.vpc().name() + "_vpc_id",
        "The VPC of " + network.described().region(),
        network.vpc().id());
  }

  private static Output addresses(RegionNetwork network) {
    return new Output(
        network.vpc().name() + "_egress_addresses",
        "From these addresses nodes of %s reach the internet: for the allow-lists of others"
            .formatted(network.described().region()),
        network.nats().stream()
            .map(AwsNatGateway::elasticIp)
            .map(address -> address.attribute("public_ip"))
            .toList());
  }

  private static Output nodes(RegionNetwork network, NodeSecurity security) {
    return new Output(
        network.vpc().name() + "_node_security_group_id",
        "The security group of nodes and pods in " + network.described().region(),
        security.group().id());
  }
}
