package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/**
 * Lets the holder of a role into a cluster.
 *
 * @param entryType {@code EC2_LINUX} for nodes that no node group makes
 */
public record AwsEksAccessEntry(
    String name, Region region, AwsEksCluster cluster, AwsIamRole role, String entryType)
    implements Resource {

  @Override
  public String type() {
    return "aws_eks_access_entry";
  }

  @Override
  public Block arguments() {
    return Block.of("cluster_name", cluster.givenName())
        .with("principal_arn", role.arn())
        .with("type", entryType);
  }
}
