package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** A serverless instance of an Aurora cluster. */
public record AwsRdsClusterInstance(
    String name, Region region, String identifier, AwsRdsCluster cluster) implements Resource {
  @Override
  public String type() {
    return "aws_rds_cluster_instance";
  }

  @Override
  public Block arguments() {
    return Block.of("identifier", identifier)
        .with("cluster_identifier", cluster.id())
        .with("instance_class", "db.serverless")
        .with("engine", cluster.attribute("engine"))
        .with("engine_version", cluster.attribute("engine_version"))
        .with("publicly_accessible", false);
  }
}
