package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** What people subscribe to who want to be told. */
public record AwsSnsTopic(String name, Region region, String givenName) implements Resource {

  @Override
  public String type() {
    return "aws_sns_topic";
  }

  @Override
  public Block arguments() {
    return Block.of("name", givenName);
  }
}
