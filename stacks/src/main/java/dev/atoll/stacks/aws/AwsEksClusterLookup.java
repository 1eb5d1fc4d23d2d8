package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.helm.KubernetesCluster;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Data;

/** An EKS cluster that another root made, found by its name. */
public record AwsEksClusterLookup(String name, Region region, String clusterName)
    implements Data, KubernetesCluster {
  @Override
  public String type() {
    return "aws_eks_cluster";
  }

  @Override
  public Block arguments() {
    return Block.of("name", clusterName);
  }
}
