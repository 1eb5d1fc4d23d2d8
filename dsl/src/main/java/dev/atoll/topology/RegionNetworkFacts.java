package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.RouteTableAssociation;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Projects the network of one Region into facts. */
final class RegionNetworkFacts {

  private final Design design;
  private final CoderRegion region;
  private final Source at;
  private final String key;
  private final Ref vpc;
  private final Ref nodes;
  private final List<Fact> facts = new ArrayList<>();

  private RegionNetworkFacts(Design design, CoderRegion region) {
    this.design = design;
    this.region = region;
    this.at = region.at();
    this.key = region.region().identifier();
    this.vpc = vpcOf(region.region());
    this.nodes = ref("aws_security_group", key + "_nodes");
  }

  static List<Fact> of(Design design, CoderRegion region) {
    RegionNetworkFacts projection = new RegionNetworkFacts(design, region);
    projection.vpcAndSubnets();
    projection.routes();
    projection.nodes();
    return projection.facts;
  }

  static VpcPeering peering(RegionPeering peering) {
    return new VpcPeering(
        peering.at(),
        peeringRef(peering),
        known(vpcOf(peering.requester())),
        known(vpcOf(peering.accepter())),
        known(VpcPeering.Status.ACTIVE));
  }

  private void vpcAndSubnets() {
    facts.add(new Vpc(at, vpc, known(region.region()), region.vpc().map(List::of)));
    subnets()
        .forEach(
            subnet ->
                facts.add(
                    new Subnet(
                        at,
                        subnetRef(subnet),
                        known(vpc),
                        known(subnet.zone()),
                        known(subnet.cidr()),
                        known(subnet.tags()))));
  }

  private void routes() {
    Ref open = table("public");
    addTable(open);
    addRoute(
        open,
        "internet",
        Cidr.ANYWHERE,
        Route.Kind.INTERNET_GATEWAY,
        ref("aws_internet_gateway", key));
    region.publicSubnets().forEach(subnet -> associate(open, subnet));
    List<PlannedSubnet> inner = region.privateSubnets();
    for (int i = 0; i < inner.size(); i++) {
      Ref table = table("private_" + inner.get(i).zoneLetter());
      String gateway =
          design.nat() == NatGateways.ONE_PER_ZONE
              ? inner.get(i).zoneLetter()
              : inner.get(0).zoneLetter();
      addTable(table);
      addRoute(
          table,
          "internet",
          Cidr.ANYWHERE,
          Route.Kind.NAT_GATEWAY,
          ref("aws_nat_gateway", key + "_" + gateway));
      associate(table, inner.get(i));
    }
  }

  private void addTable(Ref table) {
    facts.add(new RouteTable(at, table, known(vpc), known(false)));
    for (RegionPeering peering : design.peeringsOf(region.region())) {
      Region across = peering.across(region.region());
      cidrOf(across)
          .ifPresent(
              cidr ->
                  facts.add(
                      new Route(
                          peering.at(),
                          ref("aws_route", name(table) + "_to_" + across.identifier()),
                          known(table),
                          known(cidr),
                          known(new Route.Target(Route.Kind.VPC_PEERING, peeringRef(peering))),
                          known(true))));
    }
  }

  private void addRoute(Ref table, String to, Cidr destination, Route.Kind kind, Ref target) {
    facts.add(
        new Route(
            at,
            ref("aws_route", name(table) + "_to_" + to),
            known(table),
            known(destination),
            known(new Route.Target(kind, target)),
            known(true)));
  }

  private void associate(Ref table, PlannedSubnet subnet) {
    facts.add(
        new RouteTableAssociation(
            at,
            ref("aws_route_table_association", subnetName(subnet)),
            known(table),
            known(subnetRef(subnet))));
  }

  private void nodes() {
    String tag = "kubernetes.io/cluster/" + region.cluster();
    String name = region.cluster() + "-nodes";
    facts.add(
        new SecurityGroup(
            at, nodes, known(vpc), known(name), known(Map.of("Name", name, tag, "owned"))));
    admit(at, "from_itself", Protocol.ALL, PortRange.ALL, new Peer.Group(nodes));
    facts.add(
        new Egress(
            at,
            ref("aws_vpc_security_group_egress_rule", key + "_nodes_to_anywhere"),
            known(nodes),
            known(Protocol.ALL),
            known(PortRange.ALL),
            known(new Peer.Addresses(Cidr.ANYWHERE))));
    Ref controlPlane = RegionClusterFacts.group(region.region());
    for (int port : ClusterDesign.PORTS_FROM_CONTROL_PLANE) {
      String from = "%d_from_cluster".formatted(port);
      admit(at, from, Protocol.TCP, PortRange.of(port), new Peer.Group(controlPlane));
    }
    facts.add(
        new Ingress(
            at,
            ref("aws_vpc_security_group_ingress_rule", key + "_cluster_443_from_nodes"),
            known(controlPlane),
            known(Protocol.TCP),
            known(PortRange.of(443)),
            known(new Peer.Group(nodes))));
    for (RegionPeering peering : design.peeringsOf(region.region())) {
      Region across = peering.across(region.region());
      for (int port : design.coder().replicaPorts()) {
        cidrOf(across)
            .ifPresent(
                cidr ->
                    admit(
                        peering.at(),
                        "coder_%d_from_%s".formatted(port, across.identifier()),
                        Protocol.TCP,
                        PortRange.of(port),
                        new Peer.Addresses(cidr)));
      }
    }
    facts.add(
        new NodeInterfaces(
            at,
            ref("aws_eks_node_group", key + "_system"),
            known(region.cluster()),
            known(vpc),
            known(privateSubnets()),
            known(Set.of(nodes))));
  }

  private void admit(Source source, String from, Protocol protocol, PortRange ports, Peer peer) {
    facts.add(
        new Ingress(
            source,
            ref("aws_vpc_security_group_ingress_rule", key + "_nodes_" + from),
            known(nodes),
            known(protocol),
            known(ports),
            known(peer)));
  }

  private Stream<PlannedSubnet> subnets() {
    return Stream.concat(region.publicSubnets().stream(), region.privateSubnets().stream());
  }

  private Optional<Cidr> cidrOf(Region other) {
    return design.find(other).flatMap(described -> described.vpc().asOptional());
  }

  private Ref table(String tier) {
    return ref("aws_route_table", key + "_" + tier);
  }

  /** In the order of the zones, so that every listing is stable. */
  private Set<Ref> privateSubnets() {
    return region.privateSubnets().stream()
        .map(this::subnetRef)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Ref subnetRef(PlannedSubnet subnet) {
    return ref("aws_subnet", subnetName(subnet));
  }

  private String subnetName(PlannedSubnet subnet) {
    return key + "_" + subnet.tier().identifier() + "_" + subnet.zoneLetter();
  }

  private static String name(Ref ref) {
    return ref.key().substring(ref.key().indexOf('.') + 1);
  }

  private static Ref vpcOf(Region region) {
    return ref("aws_vpc", region.identifier());
  }

  private static Ref peeringRef(RegionPeering peering) {
    return ref("aws_vpc_peering_connection", peering.identifier());
  }
}
