package dev.atoll.stacks.network;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsLaunchTemplate;
import dev.atoll.stacks.aws.AwsSecurityGroup;
import dev.atoll.stacks.aws.AwsSecurityGroupRule;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.CoderRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The security group that the interfaces of a Region's nodes and pods carry, and the launch
 * template that attaches it.
 *
 * @param group the security group
 * @param template the launch template
 * @param resources everything that belongs to it
 */
public record NodeSecurity(
    AwsSecurityGroup group, AwsLaunchTemplate template, List<Resource> resources) {

  public NodeSecurity {
    resources = List.copyOf(resources);
  }

  /**
   * @param own the network of the Region
   * @param peers the networks of the Regions that are peered with it
   * @param replicaPorts the TCP ports on which Coder replicas speak to each other
   */
  static NodeSecurity of(RegionNetwork own, List<RegionNetwork> peers, List<Integer> replicaPorts) {
    CoderRegion described = own.described();
    Region region = described.region();
    String name = region.identifier() + "_nodes";
    String groupName = described.cluster() + "-nodes";
    // The load balancer controller opens the one group that carries this tag, and refuses to
    // choose between two.
    String ownership = "kubernetes.io/cluster/" + described.cluster();
    AwsSecurityGroup group =
        new AwsSecurityGroup(
            name,
            region,
            own.vpc(),
            groupName,
            "Nodes and pods of " + described.cluster(),
            Map.of("Name", groupName, ownership, "owned"));
    List<Resource> resources = new ArrayList<>();
    resources.add(group);
    resources.add(
        AwsSecurityGroupRule.admitItself(
            name + "_from_itself", group, "Nodes and pods of the cluster among each other"));
    resources.add(
        AwsSecurityGroupRule.letOut(
            name + "_to_anywhere", group, "Images, identity providers, the other Regions"));
    for (RegionNetwork peer : peers) {
      for (int port : replicaPorts) {
        resources.add(fromPeer(name, group, peer, port));
      }
    }
    AwsLaunchTemplate template =
        new AwsLaunchTemplate(
            name,
            region,
            groupName,
            List.of(group),
            Map.of("Name", described.cluster() + "-node", ownership, "owned"));
    resources.add(template);
    return new NodeSecurity(group, template, resources);
  }

  private static Resource fromPeer(
      String name, AwsSecurityGroup group, RegionNetwork peer, int port) {
    return AwsSecurityGroupRule.admitTcp(
        "%s_coder_%d_from_%s".formatted(name, port, peer.vpc().name()),
        group,
        "Coder replicas in " + peer.described().region(),
        port,
        peer.vpc().cidr());
  }
}
