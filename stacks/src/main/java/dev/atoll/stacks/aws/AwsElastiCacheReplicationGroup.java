package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * A cache with Valkey: two nodes in two zones, or two shards of two; encrypted in transit and at
 * rest.
 *
 * @param identifier its name in ElastiCache
 * @param description for people
 * @param nodeType the type of its nodes
 * @param clusterMode whether it is sharded
 * @param port the TCP port on which it listens
 * @param subnets the subnets that it may stand in
 * @param group its security group
 * @param users who may sign in
 */
public record AwsElastiCacheReplicationGroup(
    String name,
    Region region,
    String identifier,
    String description,
    String nodeType,
    boolean clusterMode,
    int port,
    AwsElastiCacheSubnetGroup subnets,
    AwsSecurityGroup group,
    AwsElastiCacheUserGroup users)
    implements Resource {
  @Override
  public String type() {
    return "aws_elasticache_replication_group";
  }

  @Override
  public Block arguments() {
    Block cache =
        Block.of("replication_group_id", identifier)
            .with("description", description)
            .with("engine", "valkey")
            .with("engine_version", "7.2")
            .with("node_type", nodeType)
            .with("port", port)
            .with("cluster_mode", clusterMode ? "enabled" : "disabled")
            .with("automatic_failover_enabled", true)
            .with("multi_az_enabled", true)
            .with("transit_encryption_enabled", true)
            .with("at_rest_encryption_enabled", true)
            .with("subnet_group_name", subnets.attribute("name"))
            .with("security_group_ids", List.of(group.id()))
            .with("user_group_ids", List.of(users.id()))
            .with("apply_immediately", true);
    return clusterMode
        ? cache.with("num_node_groups", 2).with("replicas_per_node_group", 1)
        : cache.with("num_cache_clusters", 2);
  }

  /** The host that clients of its mode connect to. */
  public Expression endpoint() {
    return attribute(clusterMode ? "configuration_endpoint_address" : "primary_endpoint_address");
  }
}
