package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;

/**
 * What the nodes of a node group are made from. EKS attaches exactly the security groups named
 * here, and not the cluster's own.
 *
 * @param groups the security groups of the nodes' interfaces
 * @param instanceTags the tags of the nodes
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html">Customize
 *     managed nodes with launch templates</a>
 */
public record AwsLaunchTemplate(
    String name,
    Region region,
    String templateName,
    List<AwsSecurityGroup> groups,
    Map<String, String> instanceTags)
    implements Resource {

  public AwsLaunchTemplate {
    groups = List.copyOf(groups);
    instanceTags = Map.copyOf(instanceTags);
  }

  @Override
  public String type() {
    return "aws_launch_template";
  }

  @Override
  public Block arguments() {
    return Block.of("name", templateName)
        .with("update_default_version", true)
        .with("vpc_security_group_ids", groups.stream().map(Resource::id).toList())
        // One hop keeps pods from reading the node's own credentials.
        .with(
            "metadata_options",
            List.of(
                Block.of("http_endpoint", "enabled")
                    .with("http_tokens", "required")
                    .with("http_put_response_hop_limit", 1)))
        .with(
            "tag_specifications",
            List.of(Block.of("resource_type", "instance").with("tags", instanceTags)));
  }
}
