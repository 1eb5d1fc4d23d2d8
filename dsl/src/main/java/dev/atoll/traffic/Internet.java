package dev.atoll.traffic;

import dev.atoll.aws.Region;
import java.util.Set;

/**
 * Where clients of a deployment stand. Read-only: asking changes nothing but what every visitor
 * changes. The twin has clients everywhere; a live deployment has the one who runs this.
 */
public interface Internet {

  /** From where somebody can ask, in a stable order. */
  Set<Region> places();

  /**
   * A client in a Region, or near it.
   *
   * @throws IllegalArgumentException when it is none of the {@link #places()}
   */
  Client from(Region region);
}
