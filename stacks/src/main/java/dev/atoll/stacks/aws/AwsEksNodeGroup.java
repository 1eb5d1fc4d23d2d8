package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * A managed node group.
 *
 * @param template what its nodes are made from
 * @param instanceType of which size they are
 * @param least how many nodes there are at least, and at first
 * @param most how many there are at most
 * @param after what nodes need to join the cluster: ways out, rules, permissions, the CNI
 */
public record AwsEksNodeGroup(
    String name,
    Region region,
    AwsEksCluster cluster,
    String groupName,
    AwsIamRole role,
    List<AwsSubnet> subnets,
    AwsLaunchTemplate template,
    String instanceType,
    int least,
    int most,
    List<Resource> after)
    implements Resource {

  public AwsEksNodeGroup {
    subnets = List.copyOf(subnets);
    after = List.copyOf(after);
  }

  @Override
  public List<Resource> dependsOn() {
    return after;
  }

  @Override
  public String type() {
    return "aws_eks_node_group";
  }

  @Override
  public Block arguments() {
    return Block.of("cluster_name", cluster.givenName())
        .with("node_group_name", groupName)
        .with("node_role_arn", role.arn())
        .with("version", cluster.attribute("version"))
        .with("subnet_ids", subnets.stream().map(Resource::id).toList())
        .with("ami_type", "AL2023_x86_64_STANDARD")
        .with("instance_types", List.of(instanceType))
        .with(
            "launch_template",
            List.of(
                Block.of("id", template.id())
                    .with("version", template.attribute("latest_version"))))
        .with(
            "scaling_config",
            List.of(
                Block.of("desired_size", least).with("min_size", least).with("max_size", most)));
  }
}
