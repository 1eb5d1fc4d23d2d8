package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * The parameters of an Aurora PostgreSQL cluster: connections without TLS are refused.
 *
 * @param family such as {@code aurora-postgresql16}
 */
public record AwsRdsClusterParameterGroup(
    String name, Region region, String groupName, String family, String description)
    implements Resource {
  @Override
  public String type() {
    return "aws_rds_cluster_parameter_group";
  }

  @Override
  public Block arguments() {
    return Block.of("name", groupName)
        .with("family", family)
        .with("description", description)
        .with("parameter", List.of(Block.of("name", "rds.force_ssl").with("value", "1")));
  }
}
