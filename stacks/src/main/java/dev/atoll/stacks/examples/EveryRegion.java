package dev.atoll.stacks.examples;

import dev.atoll.aws.Region;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;

/** Every Region of the commercial partition in a full mesh: 528 peering connections. */
public final class EveryRegion implements TopologySource {
  @Override
  public Topology topology() {
    return Meshes.of("everywhere", "everywhere.example.net", Region.all());
  }
}
