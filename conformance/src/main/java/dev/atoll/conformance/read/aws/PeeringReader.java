package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.network.VpcPeering.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * VPC peering connections. What exists has a status; what will be made becomes active when the
 * requester's side accepts it itself (same account and Region), or an accepter does.
 */
final class PeeringReader implements ResourceReader {

  private static final String ACCEPTER = "aws_vpc_peering_connection_accepter";
  private static final String CONNECTION = "vpc_peering_connection_id";

  @Override
  public Set<String> types() {
    return Set.of("aws_vpc_peering_connection", ACCEPTER);
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(VpcPeering.class);
  }

  @Override
  public List<VpcPeering> read(Attributes peering) {
    if (!peering.type().equals(ACCEPTER)) {
      return List.of(peering(peering, peering.ref(), status(peering)));
    }
    Value<Ref> of = peering.ref(CONNECTION);
    boolean both = of.asOptional().flatMap(peering.things()::at).isPresent();
    Ref ref = of.asOptional().orElse(peering.ref());
    return both ? List.of() : List.of(peering(peering, ref, status(List.of(peering))));
  }

  private static VpcPeering peering(Attributes peering, Ref ref, Value<Status> status) {
    return new VpcPeering(
        peering.source(), ref, peering.ref("vpc_id"), peering.ref("peer_vpc_id"), status);
  }

  private static Value<Status> status(Attributes connection) {
    List<Attributes> sides = new ArrayList<>(List.of(connection));
    for (Attributes accepter : connection.things().ofType(ACCEPTER)) {
      Value<Ref> of = accepter.ref(CONNECTION);
      if (of.is(connection.ref()::equals).isOpen()) {
        return Value.unknown(accepter.ref() + " may accept it: " + of.show());
      }
    }
    sides.addAll(connection.things().pointing(ACCEPTER, CONNECTION, connection.ref()));
    return status(sides);
  }

  private static Value<Status> status(List<Attributes> sides) {
    // The requester's record may be older than the accepter's; the furthest one counts.
    List<Status> seen =
        sides.stream()
            .flatMap(side -> side.text("accept_status", "").asOptional().stream())
            .filter(text -> !text.isEmpty())
            .map(PeeringReader::status)
            .sorted()
            .toList();
    if (seen.contains(Status.ACTIVE) || seen.contains(Status.DEAD)) {
      return Value.known(seen.contains(Status.ACTIVE) ? Status.ACTIVE : Status.DEAD);
    }
    if (!seen.isEmpty() && sides.get(0).things().root().origin() == Origin.STATE) {
      return Value.known(Status.PENDING_ACCEPTANCE);
    }
    Value<Boolean> accepted = Value.known(false);
    for (Attributes side : sides) {
      Value<Boolean> before = accepted;
      accepted = side.flag("auto_accept", false).flatMap(yes -> yes ? Value.known(true) : before);
    }
    return accepted.map(yes -> yes ? Status.ACTIVE : Status.PENDING_ACCEPTANCE);
  }

  private static Status status(String text) {
    return switch (text) {
      case "active" -> Status.ACTIVE;
      case "initiating-request", "pending-acceptance", "provisioning" -> Status.PENDING_ACCEPTANCE;
      default -> Status.DEAD;
    };
  }
}
