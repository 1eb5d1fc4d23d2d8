package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Data;

/** A public hosted zone that was made beforehand, found by its domain. */
public record AwsRoute53Zone(String name, Region region, String domain) implements Data {
  @Override
  public String type() {
    return "aws_route53_zone";
  }

  @Override
  public Block arguments() {
    return Block.of("name", domain).with("private_zone", false);
  }
}
