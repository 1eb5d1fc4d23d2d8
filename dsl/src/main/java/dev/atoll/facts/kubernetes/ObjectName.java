package dev.atoll.facts.kubernetes;

import dev.atoll.aws.Region;

/**
 * Which object of which cluster.
 *
 * @param region the Region of the cluster
 * @param namespace its namespace; an empty text for what belongs to none
 * @param name its name, unique among its kind within the namespace
 */
public record ObjectName(Region region, String namespace, String name) {

  /** Whether the other object is in the same namespace of the same cluster. */
  public boolean besides(ObjectName other) {
    return region.equals(other.region) && namespace.equals(other.namespace);
  }

  /** Its namespace and name, such as {@code coder/coder}. */
  public String inCluster() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  @Override
  public String toString() {
    return inCluster() + " in " + region;
  }
}
