package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/** The subnets that a database may stand in. */
public record AwsDbSubnetGroup(
    String name, Region region, String groupName, String description, List<AwsSubnet> subnets)
    implements Resource {
  @Override
  public String type() {
    return "aws_db_subnet_group";
  }

  @Override
  public Block arguments() {
    return Block.of("name", groupName)
        .with("description", description)
        .with("subnet_ids", subnets.stream().map(Resource::id).toList());
  }
}
