package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;

/**
 * The content of a secret that passes through Terraform and that its state does not keep.
 *
 * @param content what it holds
 * @param edition a higher number writes it again: nothing else tells Terraform that it changed
 */
public record AwsSecretHandover(
    String name, Region region, AwsSecret secret, Expression content, int edition)
    implements Resource {
  @Override
  public String type() {
    return "aws_secretsmanager_secret_version";
  }

  @Override
  public Block arguments() {
    return Block.of("secret_id", secret.id())
        .with("secret_string_wo", content)
        .with("secret_string_wo_version", edition);
  }
}
