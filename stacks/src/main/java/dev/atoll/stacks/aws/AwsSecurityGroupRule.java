package dev.atoll.stacks.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/**
 * One rule of a security group, in AWS's own form: one rule, one source or destination.
 *
 * @param direction ingress or egress
 * @param group the security group
 * @param description says why, in the console too
 * @param protocol which protocol
 * @param ports which ports; not written for {@link Protocol#ALL}
 * @param peerArgument the argument that names the kind of the other side
 * @param peer the other side
 */
public record AwsSecurityGroupRule(
    String name,
    Region region,
    Direction direction,
    AwsSecurityGroup group,
    String description,
    Protocol protocol,
    PortRange ports,
    String peerArgument,
    Object peer)
    implements Resource {

  /** The two directions, each a resource type of its own. */
  public enum Direction {
    INGRESS("aws_vpc_security_group_ingress_rule"),
    EGRESS("aws_vpc_security_group_egress_rule");

    private final String type;

    Direction(String type) {
      this.type = type;
    }
  }

  /** Admits one port over TCP from addresses. */
  public static AwsSecurityGroupRule admitTcp(
      String name, AwsSecurityGroup group, String description, int port, Cidr from) {
    return new AwsSecurityGroupRule(
        name,
        group.region(),
        Direction.INGRESS,
        group,
        description,
        Protocol.TCP,
        PortRange.of(port),
        "cidr_ipv4",
        from);
  }

  /** Admits one port over TCP from the interfaces that carry another group of the same VPC. */
  public static AwsSecurityGroupRule admitTcpFrom(
      String name, AwsSecurityGroup group, String description, int port, AwsSecurityGroup from) {
    return new AwsSecurityGroupRule(
        name,
        group.region(),
        Direction.INGRESS,
        group,
        description,
        Protocol.TCP,
        PortRange.of(port),
        "referenced_security_group_id",
        from.id());
  }

  /** Admits everything from the interfaces that carry the same group. */
  public static AwsSecurityGroupRule admitItself(
      String name, AwsSecurityGroup group, String description) {
    return new AwsSecurityGroupRule(
        name,
        group.region(),
        Direction.INGRESS,
        group,
        description,
        Protocol.ALL,
        PortRange.ALL,
        "referenced_security_group_id",
        group.id());
  }

  /** Lets everything out. */
  public static AwsSecurityGroupRule letOut(
      String name, AwsSecurityGroup group, String description) {
    return new AwsSecurityGroupRule(
        name,
        group.region(),
        Direction.EGRESS,
        group,
        description,
        Protocol.ALL,
        PortRange.ALL,
        "cidr_ipv4",
        Cidr.ANYWHERE);
  }

  @Override
  public String type() {
    return direction.type;
  }

  @Override
  public Block arguments() {
    Block rule =
        Block.of("security_group_id", group.id())
            .with("description", description)
            .with("ip_protocol", protocol.equals(Protocol.ALL) ? "-1" : protocol.name())
            .with(peerArgument, peer);
    return protocol.equals(Protocol.ALL)
        ? rule
        : rule.with("from_port", ports.first()).with("to_port", ports.last());
  }
}
