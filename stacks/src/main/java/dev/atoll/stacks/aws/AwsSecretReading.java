package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Ephemeral;

/**
 * What a secret holds, for as long as Terraform runs.
 *
 * @param secretName the secret's name
 */
public record AwsSecretReading(String name, Region region, String secretName) implements Ephemeral {
  @Override
  public String type() {
    return "aws_secretsmanager_secret_version";
  }

  @Override
  public Block arguments() {
    return Block.of("secret_id", secretName);
  }
}
