package dev.atoll.stacks.terraform;

import dev.atoll.aws.Region;

/**
 * A configured provider: what makes the resources of one Region. Implementations are records; equal
 * ones are one configuration of a root.
 */
public interface Provider {

  /** Its local name, such as {@code aws}. */
  String name();

  /** Where Terraform gets it, such as {@code hashicorp/aws}. */
  String source();

  /** Its exact version. */
  String version();

  /** The Region that its alias is named after. */
  Region region();

  /** Its arguments, the alias aside. */
  Block arguments();

  /** Whether a root requires and configures it. */
  default boolean configured() {
    return true;
  }

  /** How a resource names it, such as {@code aws.us_east_2}. */
  default String reference() {
    return name() + "." + region().identifier();
  }
}
