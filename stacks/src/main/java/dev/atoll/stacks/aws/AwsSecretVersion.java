package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;

/**
 * The content of a secret, which the state keeps too: for what a client is told, never for a
 * password.
 *
 * @param content a JSON object of texts, one per environment variable
 */
public record AwsSecretVersion(String name, Region region, AwsSecret secret, Template content)
    implements Resource {
  @Override
  public String type() {
    return "aws_secretsmanager_secret_version";
  }

  @Override
  public Block arguments() {
    return Block.of("secret_id", secret.id()).with("secret_string", content);
  }
}
