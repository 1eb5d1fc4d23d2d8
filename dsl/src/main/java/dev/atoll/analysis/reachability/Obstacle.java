package dev.atoll.analysis.reachability;

import dev.atoll.facts.Source;
import java.util.List;

/**
 * One setting that has to change before a packet arrives and its answer comes back.
 *
 * @param kind what is in the way
 * @param direction which way it is in; {@link Direction#THERE} for what concerns both
 * @param text what is wrong, with the values
 * @param fix what to do
 * @param where the facts that show it; empty when it is an absence
 */
public record Obstacle(
    Kind kind, Direction direction, String text, String fix, List<Source> where) {

  /** What can be in the way. */
  public enum Kind {
    /** No egress rule of the attached groups lets it out. */
    EGRESS(true),
    /** A network ACL does not let it out of the subnet. */
    ACL_OUT(true),
    /** A route table does not send it to the peering. */
    ROUTE(true),
    /** The VPCs' addresses overlap, so a packet never leaves its VPC. */
    OVERLAP(false),
    /** There is no living peering connection between the two VPCs. */
    PEERING(false),
    /** The peering connection was never accepted. */
    ACCEPTANCE(false),
    /** A network ACL does not let it into the subnet. */
    ACL_IN(true),
    /** No ingress rule of the attached groups admits it. */
    INGRESS(true),
    /** The ingress rules admit these addresses, on other ports or protocols. */
    PORT(true);

    private final boolean directed;

    Kind(boolean directed) {
      this.directed = directed;
    }
  }

  public Obstacle {
    where = List.copyOf(where);
  }

  /** Its short name, such as {@code ROUTE_BACK} or {@code PEERING}. */
  public String name() {
    return kind.directed ? kind + "_" + direction : kind.name();
  }
}
