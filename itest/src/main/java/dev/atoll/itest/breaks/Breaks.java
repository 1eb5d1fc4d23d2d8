package dev.atoll.itest.breaks;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.breaks.Break.Kind;
import java.util.List;
import java.util.function.Function;

/** Every break of the connection from replicas in one Region to those in another. */
public final class Breaks {

  private Breaks() {}

  /**
   * The breaks, each of which finds its piece anew when it is applied: one active peering between
   * VPCs of the two Regions, its routes, and the rules of the nodes' security groups.
   *
   * @param account the emulator
   * @param from where the connection is opened
   * @param to where it is accepted
   * @param port the port that replicas listen on
   * @throws IllegalArgumentException for a real account
   */
  public static List<Break> between(AwsAccount account, Region from, Region to, int port) {
    if (account.origin() == Origin.LIVE) {
      throw new IllegalArgumentException(
          "Breaks are for the emulator. This account is real and people rely on it; nothing was"
              + " changed.");
    }
    Connection connection = new Connection(account, from, to);
    return List.of(
        connection.breaks(Kind.PEERING_DELETED, "peering deleted", PeeringBreaks::deleted),
        connection.breaks(
            Kind.NEVER_ACCEPTED, "peering never accepted", PeeringBreaks::neverAccepted),
        connection.breaks(
            Kind.ROUTE_THERE,
            "no route from %s to %s".formatted(from, to),
            link -> RouteBreaks.removed(link, link.from())),
        connection.breaks(
            Kind.ROUTE_BACK,
            "no route back from %s to %s".formatted(to, from),
            link -> RouteBreaks.removed(link, link.to())),
        connection.breaks(
            Kind.RULE_THERE,
            "no rule in %s for %s".formatted(to, from),
            link -> RuleBreaks.revoked(link, link.from(), link.to(), port)),
        connection.breaks(
            Kind.RULE_BACK,
            "no rule in %s for %s".formatted(from, to),
            link -> RuleBreaks.revoked(link, link.to(), link.from(), port)),
        connection.breaks(
            Kind.WRONG_PORT_THERE,
            "rule in %s for %s on port %d instead of %d".formatted(to, from, port + 1, port),
            link -> RuleBreaks.moved(link, link.from(), link.to(), port)));
  }

  private record Connection(AwsAccount account, Region from, Region to) {
    Break breaks(Kind kind, String name, Function<Link, Healing> cut) {
      return new Break(kind, name, () -> cut.apply(Link.between(account, from, to)));
    }
  }
}
