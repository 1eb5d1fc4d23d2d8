package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.aws.PortRange;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.VpcPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers whether a TCP packet of one set of node interfaces reaches another, and whether the
 * answer comes back. Every station of the way is judged, so every obstacle is named at once.
 * Immutable; the facts are indexed once.
 *
 * <p>What was not read leaves a station open; what was seen stands, even if the listing has gaps.
 * Only IPv4 is looked at. Transit gateways and appliances are not followed: a route into one is
 * open.
 */
public final class Reachability {

  private final Network network;
  private final Routing routing;
  private final Peerings peerings;
  private final SecurityGroups groups;
  private final NetworkAcls acls;

  private Reachability(Facts facts) {
    network = Network.of(facts);
    peerings = Peerings.of(facts.all(VpcPeering.class));
    routing = new Routing(network, peerings);
    groups = new SecurityGroups(network);
    acls = new NetworkAcls(network);
  }

  /** The analysis over these facts. */
  public static Reachability over(Facts facts) {
    return new Reachability(facts);
  }

  /** The whole way from one to the other and back, for a connection to that TCP port. */
  public Path ask(NodeInterfaces from, NodeInterfaces to, int port) {
    Value<Path> path =
        Placement.of(from, network)
            .flatMap(a -> Placement.of(to, network).map(b -> path(a, b, port)));
    return path.fold(
        known -> known,
        why ->
            new Path(
                from,
                to,
                port,
                List.of(
                    Hop.of(
                        Direction.THERE,
                        "%s dials %s".formatted(from.ref(), to.ref()),
                        Truth.open(why),
                        List.of()))));
  }

  /**
   * Whether the route tables that serve these interfaces send the whole of the other VPC's
   * addresses its way, not just those in use.
   */
  public Hop routesToWholeVpc(NodeInterfaces from, NodeInterfaces to) {
    return Placement.of(from, network)
        .flatMap(
            a ->
                Placement.of(to, network)
                    .flatMap(
                        b ->
                            network
                                .cidrs(b.vpc())
                                .map(
                                    cidrs -> {
                                      AddressSet all = AddressSet.of(cidrs);
                                      return routing.hop(Direction.THERE, a, b, all, all);
                                    })))
        .fold(
            hop -> hop,
            why -> Hop.of(Direction.THERE, "routes of " + from.ref(), Truth.open(why), List.of()));
  }

  /** Which of the addresses, all of another VPC, these interfaces admit on a TCP port. */
  public Coverage admitted(NodeInterfaces nodes, AddressSet sources, int port) {
    return groups.admitted(nodes, sources, port);
  }

  private Path path(Placement a, Placement b, int port) {
    PortRange dialled = PortRange.of(port);
    List<Hop> hops = new ArrayList<>();
    hops.add(source(a));
    hops.add(rewriting(a));
    hops.add(groups.egress(a, b, port));
    hops.add(acls.hop(Direction.THERE, true, a, b, dialled));
    hops.add(routing.hop(Direction.THERE, a, b));
    if (!a.vpc().equals(b.vpc())) {
      hops.add(peering(a, b));
      overlap(a, b).ifPresent(hops::add);
    }
    hops.add(acls.hop(Direction.THERE, false, b, a, dialled));
    hops.add(groups.ingress(a, b, port));
    hops.add(acls.hop(Direction.BACK, true, b, a, NetworkAcls.EPHEMERAL));
    hops.add(routing.hop(Direction.BACK, b, a));
    hops.add(acls.hop(Direction.BACK, false, a, b, NetworkAcls.EPHEMERAL));
    return new Path(a.nodes(), b.nodes(), port, hops);
  }

  private Hop peering(Placement a, Placement b) {
    Hop hop = peerings.hop(a, b);
    boolean otherWay = routing.leadsElsewhere(a, b) || routing.leadsElsewhere(b, a);
    return hop.truth().isNo() && otherWay
        ? hop.opened("whether a transit gateway or an appliance takes its place")
        : hop;
  }

  /** AWS refuses to peer VPCs of which any IPv4 blocks overlap, in use or not. */
  private Optional<Hop> overlap(Placement a, Placement b) {
    AddressSet both =
        network
            .cidrs(a.vpc())
            .fold(AddressSet::of, why -> AddressSet.NONE)
            .intersect(network.cidrs(b.vpc()).fold(AddressSet::of, why -> AddressSet.NONE));
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Hop.of(
                Direction.THERE,
                "addresses of %s and %s".formatted(a.vpc(), b.vpc()),
                Truth.NO,
                List.of(),
                new Obstacle(
                    Obstacle.Kind.OVERLAP,
                    Direction.THERE,
                    "%s is in both %s and %s, and overlapping VPCs cannot be peered"
                        .formatted(both, a.vpc(), b.vpc()),
                    "Give the VPCs addresses that do not overlap",
                    List.of())));
  }

  private static Hop source(Placement a) {
    String where =
        a.unsure().map(why -> "its VPC (" + why + ")").orElseGet(() -> a.subnets().toString());
    return Hop.note(
        Direction.THERE, "%s in %s".formatted(a.nodes().ref(), where), a.nodes().source());
  }

  private static Hop rewriting(Placement a) {
    String text =
        a.keptPodAddress().isYes()
            ? "pods keep their own address outside %s: the other side must admit all of %s"
            : a.keptPodAddress().isNo()
                ? "outside %s the VPC CNI replaces the pod's address with its node's primary one:"
                    + " the other side must admit %s"
                : "whether pods keep their own address outside %s is not known: the other side"
                    + " should admit all of %s";
    return Hop.note(Direction.THERE, text.formatted(a.vpc(), a.possible()));
  }
}
