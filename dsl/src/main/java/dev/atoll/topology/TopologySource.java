package dev.atoll.topology;

/**
 * Describes a topology: what a user writes, and names on the command line by its class. The class
 * needs a public constructor without parameters.
 */
public interface TopologySource {

  /**
   * The topology.
   *
   * @throws InvalidTopology with every error at once
   */
  Topology topology();
}
