package dev.atoll.conformance.suite;

import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.nodes.EksNodes;
import dev.atoll.itest.nodes.NodeGroups;
import dev.atoll.topology.CoderRegion;
import java.util.List;

/**
 * Starts nodes where the deployment says that nodes run: from the launch template and in the
 * subnets of its node groups.
 */
final class Nodes {

  /** What plays the nodes that EKS would start. */
  static final StandIn STAND_IN = new StandIn("EKS nodes", NodeInterfaces.class::isInstance);

  private Nodes() {}

  /** Starts one node in each subnet of each node group that EKS knows of the Region's cluster. */
  static List<EksNodes> start(AwsAccount aws, CoderRegion region) {
    return NodeGroups.of(aws.eks(region.region()), region.cluster()).stream()
        .map(group -> EksNodes.start(aws.ec2(region.region()), group))
        .toList();
  }
}
