package dev.atoll.analysis.reachability;

/**
 * The pieces that two Regions' replicas need to talk to each other, named from one of them. A piece
 * that ends in {@code THERE} is for packets from that one to the other, one that ends in {@code
 * BACK} for packets from the other: seen from the other side the two names are swapped.
 *
 * <table>
 * <caption>What a missing piece does to the two directions in which A and B dial</caption>
 * <tr><th>missing, seen from A</th><th>A dials B</th><th>B dials A</th><th>cannot be told while</th></tr>
 * <tr><td>PEERING</td><td>times out</td><td>times out</td><td></td></tr>
 * <tr><td>ACCEPTANCE</td><td>times out</td><td>times out</td><td>PEERING is missing: what is not there
 *     cannot be accepted</td></tr>
 * <tr><td>OVERLAP</td><td>times out</td><td>times out</td><td></td></tr>
 * <tr><td>ROUTE_THERE</td><td>times out: the packet never leaves</td><td>times out: the answer never
 *     leaves</td><td>a blackhole, while PEERING or ACCEPTANCE is missing: it is a consequence</td></tr>
 * <tr><td>ROUTE_BACK</td><td>times out</td><td>times out</td><td>the same</td></tr>
 * <tr><td>RULE_THERE</td><td>times out</td><td>works</td><td></td></tr>
 * <tr><td>RULE_BACK</td><td>works</td><td>times out</td><td></td></tr>
 * <tr><td>WRONG_PORT_THERE</td><td>times out</td><td>works</td><td>RULE_THERE is missing: no rule, no
 *     port</td></tr>
 * <tr><td>WRONG_PORT_BACK</td><td>works</td><td>times out</td><td>RULE_BACK is missing</td></tr>
 * <tr><td>EGRESS_THERE</td><td>times out</td><td>works</td><td></td></tr>
 * <tr><td>EGRESS_BACK</td><td>works</td><td>times out</td><td></td></tr>
 * <tr><td>ACL_THERE</td><td colspan="2">times out where the denied ports are the dialled one (A dials) or among those of answers (B dials); a deny of 8080 is both, as answers may go to any port from 1024</td><td></td></tr>
 * <tr><td>ACL_BACK</td><td colspan="2">the same, the other way round</td><td></td></tr>
 * </table>
 */
public enum Piece {
  /** A living peering connection between the two VPCs. */
  PEERING,
  /** Somebody who accepts the peering connection. */
  ACCEPTANCE,
  /** Addresses that do not overlap. */
  OVERLAP,
  /** The route from here to the other VPC. */
  ROUTE_THERE,
  /** The route from the other VPC to here. */
  ROUTE_BACK,
  /** The ingress rule of the other side's groups for this side's addresses. */
  RULE_THERE,
  /** The ingress rule of this side's groups for the other side's addresses. */
  RULE_BACK,
  /** The right port in the other side's ingress rule. */
  WRONG_PORT_THERE,
  /** The right port in this side's ingress rule. */
  WRONG_PORT_BACK,
  /** The egress rule of this side's groups. */
  EGRESS_THERE,
  /** The egress rule of the other side's groups. */
  EGRESS_BACK,
  /** Entries of network ACLs for packets from here to the other side. */
  ACL_THERE,
  /** Entries of network ACLs for packets from the other side to here. */
  ACL_BACK;

  /**
   * The piece whose absence an obstacle shows.
   *
   * @param reverse whether the obstacle is in the way of the other side's dialling
   */
  static Piece of(Obstacle obstacle, boolean reverse) {
    Direction direction = reverse ? obstacle.direction().mirrored() : obstacle.direction();
    boolean there = direction == Direction.THERE;
    return switch (obstacle.kind()) {
      case PEERING -> PEERING;
      case ACCEPTANCE -> ACCEPTANCE;
      case OVERLAP -> OVERLAP;
      case ROUTE -> there ? ROUTE_THERE : ROUTE_BACK;
      case INGRESS -> there ? RULE_THERE : RULE_BACK;
      case PORT -> there ? WRONG_PORT_THERE : WRONG_PORT_BACK;
      case EGRESS -> there ? EGRESS_THERE : EGRESS_BACK;
      case ACL_OUT, ACL_IN -> there ? ACL_THERE : ACL_BACK;
    };
  }
}
