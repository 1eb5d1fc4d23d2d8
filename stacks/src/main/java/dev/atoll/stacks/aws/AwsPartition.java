package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Data;
import dev.atoll.stacks.terraform.Template;

/** The partition of a Region, a part of every ARN: {@code aws}, {@code aws-cn}. */
public record AwsPartition(String name, Region region) implements Data {

  /** The ARN of a policy that AWS keeps, the same for everybody. */
  public Template managedPolicy(String policy) {
    return Template.of("arn:", attribute("partition"), ":iam::aws:policy/", policy);
  }

  @Override
  public String type() {
    return "aws_partition";
  }

  @Override
  public Block arguments() {
    return Block.empty();
  }
}
