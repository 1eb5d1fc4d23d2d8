package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** A group of logs that are kept for so many days. */
public record AwsCloudwatchLogGroup(String name, Region region, String groupName, int days)
    implements Resource {

  @Override
  public String type() {
    return "aws_cloudwatch_log_group";
  }

  @Override
  public Block arguments() {
    return Block.of("name", groupName).with("retention_in_days", days);
  }
}
