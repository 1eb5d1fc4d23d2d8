package dev.atoll.stacks.examples;

import dev.atoll.aws.Region;
import dev.atoll.topology.CoderBuilder;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologyBuilder;
import java.util.List;

/** Regions in a full mesh, the first of them the primary, with VPCs from 10.0.0.0/16 on. */
final class Meshes {

  private Meshes() {}

  static Topology of(String name, String domain, List<Region> regions) {
    TopologyBuilder builder = Topology.named(name).domain(domain).coder(CoderBuilder::licensed);
    for (int i = 0; i < regions.size(); i++) {
      String cidr = "10.%d.0.0/16".formatted(i);
      if (i == 0) {
        builder.region(regions.get(i), region -> region.primary().vpc(cidr));
      } else {
        builder.region(regions.get(i), region -> region.replica().vpc(cidr));
      }
    }
    return builder.fullMesh().build();
  }
}
