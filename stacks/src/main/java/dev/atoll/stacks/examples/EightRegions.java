package dev.atoll.stacks.examples;

import dev.atoll.aws.Region;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;
import java.util.List;

/** Eight Regions in a full mesh, described in a loop. */
public final class EightRegions implements TopologySource {

  private static final List<Region> REGIONS =
      List.of(
          Region.US_EAST_1,
          Region.US_WEST_2,
          Region.CA_CENTRAL_1,
          Region.EU_WEST_1,
          Region.EU_NORTH_1,
          Region.AP_NORTHEAST_1,
          Region.AP_SOUTH_1,
          Region.SA_EAST_1);

  @Override
  public Topology topology() {
    return Meshes.of("octet", "octet.example.net", REGIONS);
  }
}
