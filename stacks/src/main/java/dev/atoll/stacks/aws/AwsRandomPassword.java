package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Ephemeral;
import dev.atoll.stacks.terraform.Expression;

/**
 * Letters and digits that Secrets Manager chooses, anew each time that Terraform looks.
 *
 * @param length how many
 */
public record AwsRandomPassword(String name, Region region, int length) implements Ephemeral {
  @Override
  public String type() {
    return "aws_secretsmanager_random_password";
  }

  @Override
  public Block arguments() {
    return Block.of("password_length", length).with("exclude_punctuation", true);
  }

  /** What it chose. */
  public Expression text() {
    return attribute("random_password");
  }
}
