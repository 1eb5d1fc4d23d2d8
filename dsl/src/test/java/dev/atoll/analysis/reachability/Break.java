package dev.atoll.analysis.reachability;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NetworkAclEntry;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.VpcPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to break the deployment of {@link TwoRegions}, over its facts, and the piece each takes. */
public enum Break {
  PEERING,
  ACCEPTANCE,
  ROUTE_THERE,
  ROUTE_BACK,
  RULE_THERE,
  RULE_BACK,
  WRONG_PORT_THERE,
  WRONG_PORT_BACK,
  EGRESS_THERE,
  EGRESS_BACK,
  ACL_THERE,
  ACL_BACK;

  /** The piece that is missing then, seen from Ohio. */
  public Piece piece() {
    return Piece.valueOf(name());
  }

  /** The facts, broken. */
  public Facts of(Facts facts) {
    return switch (this) {
      case PEERING -> facts.without(VpcPeering.class::isInstance);
      case ACCEPTANCE -> changed(facts, VpcPeering.class, Break::pending);
      case ROUTE_THERE -> facts.without(fact -> route(fact, "ohio-rt-private-b"));
      case ROUTE_BACK -> facts.without(fact -> route(fact, "oregon-rt-private-c"));
      case RULE_THERE -> facts.without(fact -> rule(fact, "oregon-node"));
      case RULE_BACK -> facts.without(fact -> rule(fact, "ohio-node"));
      case WRONG_PORT_THERE -> changed(facts, Ingress.class, in -> moved(in, "oregon-node"));
      case WRONG_PORT_BACK -> changed(facts, Ingress.class, in -> moved(in, "ohio-node"));
      case EGRESS_THERE -> facts.without(fact -> egress(fact, "ohio-node"));
      case EGRESS_BACK -> facts.without(fact -> egress(fact, "oregon-node"));
      case ACL_THERE -> facts.and(List.of(deny("oregon-acl", "10.0.0.0/16")));
      case ACL_BACK -> facts.and(List.of(deny("ohio-acl", "10.1.0.0/16")));
    };
  }

  /** Another break beside which this one cannot be told. */
  Optional<Break> maskedBy() {
    return switch (this) {
      case ACCEPTANCE -> Optional.of(PEERING);
      case WRONG_PORT_THERE -> Optional.of(RULE_THERE);
      case WRONG_PORT_BACK -> Optional.of(RULE_BACK);
      default -> Optional.empty();
    };
  }

  private static boolean route(Fact fact, String table) {
    return fact instanceof Route route
        && route.table().equals(Value.known(new Ref(table)))
        && route.target().is(to -> to.kind() == Route.Kind.VPC_PEERING).isYes();
  }

  private static boolean rule(Fact fact, String group) {
    return fact instanceof Ingress in
        && in.group().equals(Value.known(new Ref(group)))
        && in.from().is(Peer.Addresses.class::isInstance).isYes();
  }

  private static boolean egress(Fact fact, String group) {
    return fact instanceof Egress out && out.group().equals(Value.known(new Ref(group)));
  }

  private static VpcPeering pending(VpcPeering peering) {
    return new VpcPeering(
        peering.source(),
        peering.ref(),
        peering.requester(),
        peering.accepter(),
        Value.known(VpcPeering.Status.PENDING_ACCEPTANCE));
  }

  private static Ingress moved(Ingress in, String group) {
    return rule(in, group)
        ? new Ingress(
            in.source(),
            in.ref(),
            in.group(),
            in.protocol(),
            Value.known(PortRange.of(8443)),
            in.from())
        : in;
  }

  private static NetworkAclEntry deny(String acl, String from) {
    return new NetworkAclEntry(
        new Source(Origin.APPLIED, "entry 50 of " + acl),
        new Ref(acl + "/50"),
        Value.known(new Ref(acl)),
        Value.known(50),
        Value.known(false),
        Value.known(Protocol.TCP),
        Value.known(PortRange.of(8080)),
        Value.known(Cidr.parse(from)),
        Value.known(false));
  }

  private static <F extends Fact> Facts changed(
      Facts facts, Class<F> kind, UnaryOperator<F> change) {
    List<F> after = new ArrayList<>(facts.all(kind).stream().map(change).toList());
    return facts.without(kind::isInstance).and(after);
  }

  /** Every set of that many breaks. */
  static List<List<Break>> combinations(int size) {
    return size == 0
        ? List.of(List.of())
        : combinations(size - 1).stream()
            .flatMap(
                some ->
                    Stream.of(values())
                        .filter(
                            one -> some.isEmpty() || one.compareTo(some.get(some.size() - 1)) > 0)
                        .map(one -> Stream.concat(some.stream(), Stream.of(one)).toList()))
            .toList();
  }
}
