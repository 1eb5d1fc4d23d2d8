package dev.atoll.conformance.read;

import dev.atoll.aws.Region;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologyBuilder;
import java.util.List;

/** Deployments of several sizes. */
enum Topologies {
  CODERDEMO {
    @Override
    Topology topology() {
      return new CoderDemo().topology();
    }
  },
  THREE_REGIONS {
    @Override
    Topology topology() {
      return mesh(Region.EU_CENTRAL_1, Region.US_EAST_2, Region.AP_NORTHEAST_1);
    }
  },
  EIGHT_REGIONS {
    @Override
    Topology topology() {
      return mesh(Region.all().subList(0, 8).toArray(Region[]::new));
    }
  };

  abstract Topology topology();

  /** The first Region is the primary; every two are peered. */
  private static Topology mesh(Region... regions) {
    TopologyBuilder builder =
        Topology.named("mesh")
            .domain("example.com")
            .coder(coder -> coder.version("2.27.1").licensed());
    for (Region each : regions) {
      int number = List.of(regions).indexOf(each);
      builder =
          builder.region(
              each,
              region ->
                  (number == 0 ? region.primary() : region.replica())
                      .cluster("mesh-" + number)
                      .vpc("10.%d.0.0/16".formatted(number)));
    }
    return builder.fullMesh().build();
  }
}
