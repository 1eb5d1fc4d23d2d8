package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** A policy of one role alone. */
public record AwsIamRolePolicy(String name, Region region, AwsIamRole role, Policy policy)
    implements Resource {

  @Override
  public String type() {
    return "aws_iam_role_policy";
  }

  @Override
  public Block arguments() {
    return Block.of("role", role.id()).with("name", "own").with("policy", policy.json());
  }
}
