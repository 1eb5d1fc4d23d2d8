package dev.atoll.stacks.terraform;

import dev.atoll.aws.Region;

/**
 * The provider within Terraform itself, which makes {@code terraform_data}. A root neither requires
 * nor configures it.
 *
 * @param region the Region that its resources are about
 */
public record BuiltInProvider(Region region) implements Provider {

  @Override
  public String name() {
    return "terraform";
  }

  @Override
  public String source() {
    return "terraform.io/builtin/terraform";
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public Block arguments() {
    return Block.empty();
  }

  @Override
  public boolean configured() {
    return false;
  }
}
