package dev.atoll.stacks.examples;

import static dev.atoll.aws.Region.EU_WEST_1;

import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;

/** Coder in one Region: no peering, no replica elsewhere, nothing to be far from. */
public final class OneRegion implements TopologySource {
  @Override
  public Topology topology() {
    return Topology.named("solo")
        .domain("solo.example.com")
        .region(EU_WEST_1, dublin -> dublin.primary().vpc("10.0.0.0/20"))
        .build();
  }
}
