package dev.atoll.stacks.proxy;

import dev.atoll.stacks.terraform.Root;
import java.util.Optional;

/**
 * The root of one workspace proxy. It is a root of its own because it can only be applied where
 * Coder runs and is licensed: no first apply of anything else waits for that.
 *
 * @param root the root
 * @param awaits why it is ready and not deployed; empty when it is applied after all others
 */
public record ProxyRoot(Root root, Optional<String> awaits) {

  /** The output by which the root itself says that it is not to be applied yet. */
  public static final String AWAITS = "awaits";
}
