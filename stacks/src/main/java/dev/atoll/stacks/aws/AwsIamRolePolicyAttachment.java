package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;

/** Gives a policy that AWS keeps to a role. */
public record AwsIamRolePolicyAttachment(
    String name, Region region, AwsIamRole role, Template policy) implements Resource {

  @Override
  public String type() {
    return "aws_iam_role_policy_attachment";
  }

  @Override
  public Block arguments() {
    return Block.of("role", role.attribute("name")).with("policy_arn", policy);
  }
}
