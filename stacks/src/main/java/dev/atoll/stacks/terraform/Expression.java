package dev.atoll.stacks.terraform;

/**
 * A Terraform expression, written into JSON as a template: <code>${aws_vpc.us_east_2.id}</code>.
 * Text that is not an expression is a plain {@code String} and is escaped.
 *
 * @param text the expression without the surrounding template marks
 */
public record Expression(String text) {
  @Override
  public String toString() {
    return "${" + text + "}";
  }
}
