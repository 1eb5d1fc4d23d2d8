package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;

/**
 * The content of a secret that is written once: through a write-only argument, so that no state
 * holds it, and with a version of that argument that never changes, so that Terraform never writes
 * another.
 *
 * @param content a JSON object of texts, one per environment variable
 */
public record AwsGeneratedSecretVersion(
    String name, Region region, AwsSecret secret, Template content) implements Resource {

  private static final int ONLY = 1;

  @Override
  public String type() {
    return "aws_secretsmanager_secret_version";
  }

  @Override
  public Block arguments() {
    return Block.of("secret_id", secret.id())
        .with("secret_string_wo", content)
        .with("secret_string_wo_version", ONLY);
  }
}
