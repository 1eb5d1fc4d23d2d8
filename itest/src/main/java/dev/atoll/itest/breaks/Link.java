package dev.atoll.itest.breaks;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.network.VpcPeering.Status;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.aws.NetworkReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * An active peering between VPCs of two Regions, and what belongs to it in what was read.
 *
 * @param from the VPC in the Region where connections are opened
 * @param to the VPC in the other Region
 */
record Link(AwsAccount account, Facts facts, VpcPeering peering, Vpc from, Vpc to) {

  /**
   * Reads both Regions.
   *
   * @throws IllegalStateException unless exactly one active peering connects them
   */
  static Link between(AwsAccount account, Region from, Region to) {
    Facts facts = Facts.of(account.origin(), NetworkReader.read(account, List.of(from, to)));
    List<Link> links =
        facts.all(VpcPeering.class).stream()
            .filter(peering -> peering.status().is(Status.ACTIVE::equals).isYes())
            .map(
                peering ->
                    new Link(
                        account,
                        facts,
                        peering,
                        end(facts, peering, from),
                        end(facts, peering, to)))
            .filter(link -> link.from != null && link.to != null)
            .toList();
    if (links.size() != 1) {
      throw new IllegalStateException(
          "A break takes a piece of the one active peering between %s and %s away; there are %d. Break a world where both are connected once."
              .formatted(from, to, links.size()));
    }
    return links.get(0);
  }

  private static Vpc end(Facts facts, VpcPeering peering, Region region) {
    return facts.all(Vpc.class).stream()
        .filter(vpc -> vpc.region().is(region::equals).isYes())
        .filter(
            vpc ->
                peering.requester().is(vpc.ref()::equals).isYes()
                    || peering.accepter().is(vpc.ref()::equals).isYes())
        .findFirst()
        .orElse(null);
  }

  /** EC2 in the Region of one of the two VPCs. */
  Ec2Client ec2(Vpc vpc) {
    return account.ec2(known(vpc.region()));
  }

  /** The VPC whose side asked for the peering. */
  Vpc requester() {
    return peering.requester().is(from.ref()::equals).isYes() ? from : to;
  }

  /** The VPC whose side accepts it. */
  Vpc accepter() {
    return requester().equals(from) ? to : from;
  }

  /** The routes of a VPC through the peering. */
  List<Route> routes(Vpc vpc) {
    Route.Target target = new Route.Target(Route.Kind.VPC_PEERING, peering.ref());
    return facts.all(Route.class).stream()
        .filter(route -> route.target().is(target::equals).isYes())
        .filter(route -> isIn(vpc, known(route.table())))
        .toList();
  }

  private boolean isIn(Vpc vpc, Ref table) {
    return facts
        .find(RouteTable.class, table)
        .filter(found -> found.vpc().is(vpc.ref()::equals).isYes())
        .isPresent();
  }

  /** The rules that let TCP from one VPC to that port of the nodes in the other. */
  List<Ingress> rules(Vpc source, Vpc destination, int port) {
    Set<Ref> groups =
        facts.all(NodeInterfaces.class).stream()
            .filter(nodes -> nodes.vpc().is(destination.ref()::equals).isYes())
            .flatMap(nodes -> known(nodes.groups()).stream())
            .collect(Collectors.toSet());
    return facts.all(Ingress.class).stream()
        .filter(rule -> rule.group().is(groups::contains).isYes())
        .filter(rule -> rule.protocol().is(protocol -> protocol.covers(Protocol.TCP)).isYes())
        .filter(rule -> rule.ports().is(ports -> ports.contains(PortRange.of(port))).isYes())
        .filter(rule -> rule.from().is(peer -> admits(peer, known(source.cidrs()))).isYes())
        .toList();
  }

  private static boolean admits(Peer peer, List<Cidr> cidrs) {
    return peer instanceof Peer.Addresses addresses
        && cidrs.stream().anyMatch(addresses.cidr()::overlaps);
  }

  static <T> T known(Value<T> value) {
    return value
        .asOptional()
        .orElseThrow(() -> new IllegalStateException("The emulator did not say: " + value.show()));
  }
}
