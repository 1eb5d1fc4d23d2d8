package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/**
 * A policy of one role alone.
 *
 * @param called its name, unique for the role
 */
public record AwsIamRolePolicy(
    String name, Region region, AwsIamRole role, String called, Policy policy) implements Resource {

  /** The one that a role has from the beginning. */
  public AwsIamRolePolicy(String name, Region region, AwsIamRole role, Policy policy) {
    this(name, region, role, "own", policy);
  }

  @Override
  public String type() {
    return "aws_iam_role_policy";
  }

  @Override
  public Block arguments() {
    return Block.of("role", role.id()).with("name", called).with("policy", policy.json());
  }
}
