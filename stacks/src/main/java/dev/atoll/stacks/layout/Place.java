package dev.atoll.stacks.layout;

import dev.atoll.aws.Region;
import java.util.Optional;

/**
 * The root that a resource is in.
 *
 * @param layer the name of its layer
 * @param region the one Region that it and everything in the layer that it refers to is in; empty
 *     for what ties Regions together
 */
public record Place(String layer, Optional<Region> region) {

  /** Its part of the key of the state, and of the root's name. */
  public String where() {
    return region.map(Region::name).orElse("inter-region");
  }

  /** The name of the root in a deployment of that name. */
  String rootName(String deployment) {
    return "%s-%s-%s".formatted(deployment, layer, where());
  }

  /** The name by which other roots refer to it. */
  String identifier() {
    return (layer + "_" + where()).replace('-', '_');
  }

  @Override
  public String toString() {
    return layer + "/" + where();
  }
}
