package dev.atoll.stacks.terraform;

/**
 * Something that is read while Terraform runs and is kept nowhere: not in the plan, not in the
 * state.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/ephemeral">Ephemeral
 *     block</a>
 */
public interface Ephemeral extends Resource {

  /** Its address, such as {@code ephemeral.aws_secretsmanager_secret_version.token}. */
  @Override
  default String address() {
    return "ephemeral." + type() + "." + name();
  }
}
