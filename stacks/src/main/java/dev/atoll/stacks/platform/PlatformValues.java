package dev.atoll.stacks.platform;

import dev.atoll.stacks.cluster.RegionCluster;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.topology.ControllerAccount;

/**
 * What the platform's releases pass to their charts: whatever a chart cannot know by itself, and
 * nothing that is its default.
 *
 * @param network the network of the cluster
 * @param cluster the cluster
 */
record PlatformValues(RegionNetwork network, RegionCluster cluster) {

  /** How a service account names the role that it acts as. */
  private static final String ROLE = "eks.amazonaws.com/role-arn";

  Block of(PlatformChart chart) {
    return switch (chart) {
      case LOAD_BALANCER_CONTROLLER -> loadBalancerController();
      case EBS_CONTROLLER -> ebsController();
      case KARPENTER -> karpenter();
      case CERT_MANAGER -> certManager();
      case METRICS_SERVER -> Block.empty();
      case EXTERNAL_SECRETS ->
          Block.of("serviceAccount", account(ControllerAccount.EXTERNAL_SECRETS));
    };
  }

  private Block loadBalancerController() {
    return Block.of("clusterName", clusterName())
        .with("region", cluster.cluster().region())
        // The controller would ask the metadata service, which pods do not reach.
        .with("vpcId", network.vpc().id())
        .with("serviceAccount", account(ControllerAccount.LOAD_BALANCER));
  }

  private Block ebsController() {
    return Block.of(
        "controller",
        Block.of("region", cluster.cluster().region())
            .with("k8sTagClusterId", clusterName())
            .with("serviceAccount", account(ControllerAccount.EBS_CSI)));
  }

  private Block karpenter() {
    return Block.of(
            "settings", Block.of("clusterName", clusterName()).with("eksControlPlane", true))
        .with("serviceAccount", account(ControllerAccount.KARPENTER));
  }

  private Block certManager() {
    return Block.of("crds", Block.of("enabled", true))
        .with("serviceAccount", account(ControllerAccount.CERT_MANAGER));
  }

  private Block account(ControllerAccount account) {
    return Block.of("create", true)
        .with("name", account.account())
        .with("annotations", Block.of(ROLE, cluster.roles().get(account).arn()));
  }

  private Expression clusterName() {
    return cluster.cluster().givenName();
  }
}
