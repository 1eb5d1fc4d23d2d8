package dev.atoll.stacks.cluster;

import dev.atoll.aws.EksVersion;
import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsCloudwatchLogGroup;
import dev.atoll.stacks.aws.AwsEksAccessEntry;
import dev.atoll.stacks.aws.AwsEksAddon;
import dev.atoll.stacks.aws.AwsEksCluster;
import dev.atoll.stacks.aws.AwsEksNodeGroup;
import dev.atoll.stacks.aws.AwsIamOpenIdConnectProvider;
import dev.atoll.stacks.aws.AwsIamRole;
import dev.atoll.stacks.aws.AwsIamRolePolicyAttachment;
import dev.atoll.stacks.aws.AwsPartition;
import dev.atoll.stacks.aws.AwsRoute;
import dev.atoll.stacks.aws.AwsRouteTableAssociation;
import dev.atoll.stacks.aws.AwsSecurityGroupRule;
import dev.atoll.stacks.aws.Policy;
import dev.atoll.stacks.aws.PolicyStatement;
import dev.atoll.stacks.network.NodeSecurity;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.ClusterDesign;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.ControllerAccount;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The EKS cluster of one Region.
 *
 * @param cluster the cluster
 * @param provider what makes IAM accept its tokens
 * @param nodes the nodes that run what the system needs; Karpenter makes the others
 * @param roles the role of each service account that acts on AWS
 * @param resources everything, in the order in which a person would make it
 */
public record RegionCluster(
    AwsEksCluster cluster,
    AwsIamOpenIdConnectProvider provider,
    AwsEksNodeGroup nodes,
    Map<ControllerAccount, AwsIamRole> roles,
    List<Resource> resources) {

  /** Two nodes in case one is replaced; Karpenter and the controllers fit on one. */
  private static final int NODES = 2;

  private static final int NODES_AT_MOST = 3;
  private static final String NODE_SIZE = "m6i.large";
  private static final int LOG_DAYS = 90;
  private static final String CORE_DNS = "coredns";

  public RegionCluster {
    roles = Map.copyOf(roles);
    resources = List.copyOf(resources);
  }

  static RegionCluster of(
      Topology topology, CoderRegion described, RegionNetwork network, NodeSecurity security) {
    return new Construction(described, network, security).cluster(topology);
  }

  /** The state of one construction; ends with it. */
  private static final class Construction {

    private final CoderRegion described;
    private final RegionNetwork network;
    private final NodeSecurity security;
    private final Region region;
    private final String key;
    private final AwsPartition partition;
    private final List<Resource> resources = new ArrayList<>();

    Construction(CoderRegion described, RegionNetwork network, NodeSecurity security) {
      this.described = described;
      this.network = network;
      this.security = security;
      this.region = described.region();
      this.key = region.identifier();
      this.partition = add(new AwsPartition(key, region));
    }

    RegionCluster cluster(Topology topology) {
      AwsEksCluster cluster = controlPlane();
      AwsIamOpenIdConnectProvider provider =
          add(new AwsIamOpenIdConnectProvider(key, region, cluster, ClusterDesign.TOKEN_AUDIENCE));
      List<AwsSecurityGroupRule> rules = rules(cluster);
      Map<String, String> versions =
          new TreeMap<>(EksVersion.find(described.eks().kubernetes()).orElseThrow().addOns());
      String coreDns = versions.remove(CORE_DNS);
      List<Resource> before = new ArrayList<>(rules);
      versions.forEach((addon, version) -> before.add(addon(cluster, addon, version, List.of())));
      AwsEksNodeGroup nodes = nodes(cluster, before);
      addon(cluster, CORE_DNS, coreDns, List.of(nodes));
      AwsIamRole karpenterNodes = nodeRole("karpenter-nodes", new ArrayList<>());
      add(
          new AwsEksAccessEntry(
              key + "_karpenter_nodes", region, cluster, karpenterNodes, "EC2_LINUX"));
      ControllerRoles roles =
          ControllerRoles.of(
              new ControllerPolicies(
                  topology, described, partition, network.vpc(), cluster, karpenterNodes),
              provider,
              partition);
      resources.addAll(roles.resources());
      return new RegionCluster(cluster, provider, nodes, roles.roles(), resources);
    }

    private AwsEksCluster controlPlane() {
      AwsIamRole role = role("cluster", "eks.amazonaws.com");
      List<AwsIamRolePolicyAttachment> policies = attach(role, "AmazonEKSClusterPolicy");
      AwsCloudwatchLogGroup logs =
          add(
              new AwsCloudwatchLogGroup(
                  key + "_cluster",
                  region,
                  "/aws/eks/%s/cluster".formatted(described.cluster()),
                  LOG_DAYS));
      return add(
          new AwsEksCluster(
              key,
              region,
              described.cluster(),
              described.eks().kubernetes(),
              described.eks().endpoint(),
              role,
              network.privateSubnets(),
              logs,
              policies));
    }

    /** Nodes carry a group of their own and not the cluster's, so both must admit each other. */
    private List<AwsSecurityGroupRule> rules(AwsEksCluster cluster) {
      List<AwsSecurityGroupRule> rules = new ArrayList<>();
      for (int port : ClusterDesign.PORTS_FROM_CONTROL_PLANE) {
        rules.add(
            add(
                AwsSecurityGroupRule.admitTcpFromGroup(
                    "%s_nodes_%d_from_cluster".formatted(key, port),
                    region,
                    security.group().id(),
                    "The control plane to webhooks and kubelets",
                    port,
                    cluster.group())));
      }
      rules.add(
          add(
              AwsSecurityGroupRule.admitTcpFromGroup(
                  key + "_cluster_443_from_nodes",
                  region,
                  cluster.group(),
                  "Nodes and pods to the API server",
                  443,
                  security.group().id())));
      return rules;
    }

    private AwsEksNodeGroup nodes(AwsEksCluster cluster, List<Resource> before) {
      List<Resource> after = new ArrayList<>(before);
      AwsIamRole role = nodeRole("nodes", after);
      security.resources().stream()
          .filter(AwsSecurityGroupRule.class::isInstance)
          .forEach(after::add);
      network.resources().stream()
          .filter(each -> each instanceof AwsRoute || each instanceof AwsRouteTableAssociation)
          .forEach(after::add);
      return add(
          new AwsEksNodeGroup(
              key + "_system",
              region,
              cluster,
              "system",
              role,
              network.privateSubnets(),
              security.template(),
              NODE_SIZE,
              NODES,
              NODES_AT_MOST,
              after));
    }

    private AwsIamRole nodeRole(String name, List<Resource> attached) {
      AwsIamRole role = role(name, "ec2.amazonaws.com");
      attached.addAll(
          attach(
              role,
              "AmazonEKSWorkerNodePolicy",
              "AmazonEKS_CNI_Policy",
              "AmazonEC2ContainerRegistryPullOnly"));
      return role;
    }

    private AwsIamRole role(String name, String service) {
      return add(
          new AwsIamRole(
              key + "_" + name.replace('-', '_'),
              region,
              described.cluster() + "-" + name,
              Policy.of(PolicyStatement.allow("sts:AssumeRole").to("Service", service))));
    }

    private List<AwsIamRolePolicyAttachment> attach(AwsIamRole role, String... policies) {
      List<AwsIamRolePolicyAttachment> attached = new ArrayList<>();
      for (String policy : policies) {
        attached.add(
            add(
                new AwsIamRolePolicyAttachment(
                    role.name() + "_" + policy.toLowerCase(Locale.ROOT),
                    region,
                    role,
                    partition.managedPolicy(policy))));
      }
      return attached;
    }

    private AwsEksAddon addon(
        AwsEksCluster cluster, String addon, String version, List<Resource> after) {
      return add(
          new AwsEksAddon(
              key + "_" + addon.replace('-', '_'), region, cluster, addon, version, after));
    }

    private <R extends Resource> R add(R resource) {
      resources.add(resource);
      return resource;
    }
  }
}
