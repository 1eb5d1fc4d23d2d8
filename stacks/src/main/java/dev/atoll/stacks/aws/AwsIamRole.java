package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;

/** An IAM role. */
public record AwsIamRole(String name, Region region, String roleName, Policy trust)
    implements Resource {

  /** Its ARN. */
  public Expression arn() {
    return attribute("arn");
  }

  @Override
  public String type() {
    return "aws_iam_role";
  }

  @Override
  public Block arguments() {
    return Block.of("name", roleName).with("assume_role_policy", trust.json());
  }
}
