package dev.atoll.analysis.reachability;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.VpcPeering;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of a network when one piece between two sites is taken away.
 *
 * @param facts the network with everything in it
 * @param from the site from which pieces are named
 * @param to the other site
 */
public record Cut(Facts facts, Site from, Site to) {

  /** The pieces that can be taken away by leaving something out. */
  public static final List<Piece> PIECES =
      List.of(
          Piece.PEERING, Piece.ROUTE_THERE, Piece.ROUTE_BACK, Piece.RULE_THERE, Piece.RULE_BACK);

  /**
   * The network without that piece.
   *
   * @throws IllegalArgumentException when it is none of {@link #PIECES}
   */
  public Facts of(Piece piece) {
    return switch (piece) {
      case PEERING -> facts.without(this::isPeering);
      case ROUTE_THERE -> facts.without(fact -> isRoute(fact, from));
      case ROUTE_BACK -> facts.without(fact -> isRoute(fact, to));
      case RULE_THERE -> facts.without(fact -> admits(fact, to, from));
      case RULE_BACK -> facts.without(fact -> admits(fact, from, to));
      default -> throw new IllegalArgumentException(piece + " is nothing that can be left out");
    };
  }

  private boolean isPeering(Fact fact) {
    return fact instanceof VpcPeering peering
        && (joins(peering, from.vpc(), to.vpc()) || joins(peering, to.vpc(), from.vpc()));
  }

  private static boolean joins(VpcPeering peering, Ref requester, Ref accepter) {
    return peering.requester().is(requester::equals).isYes()
        && peering.accepter().is(accepter::equals).isYes();
  }

  /** A route of a site's VPC into a peering between the two. */
  private boolean isRoute(Fact fact, Site of) {
    return fact instanceof Route route
        && route.target().is(this::isBetween).isYes()
        && route
            .table()
            .is(
                table ->
                    facts
                        .find(RouteTable.class, table)
                        .filter(found -> found.vpc().is(of.vpc()::equals).isYes())
                        .isPresent())
            .isYes();
  }

  private boolean isBetween(Route.Target target) {
    return target.kind() == Route.Kind.VPC_PEERING
        && facts.find(VpcPeering.class, target.to()).filter(this::isPeering).isPresent();
  }

  /** A rule of the nodes at one site for addresses of the other. */
  private boolean admits(Fact fact, Site at, Site whom) {
    if (!(fact instanceof Ingress rule)) {
      return false;
    }
    Set<Ref> groups =
        at.nodes().stream()
            .map(NodeInterfaces::groups)
            .flatMap(all -> all.asOptional().stream())
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    Value<List<Cidr>> theirs = Network.of(facts).cidrs(whom.vpc());
    return rule.group().is(groups::contains).isYes()
        && rule.from()
            .is(from -> from instanceof Peer.Addresses peer && touches(theirs, peer))
            .isYes();
  }

  private static boolean touches(Value<List<Cidr>> theirs, Peer.Addresses peer) {
    return theirs.is(all -> all.stream().anyMatch(peer.cidr()::overlaps)).isYes();
  }
}
