package dev.atoll.stacks.examples;

import static dev.atoll.aws.Region.AP_SOUTHEAST_1;
import static dev.atoll.aws.Region.EU_CENTRAL_1;
import static dev.atoll.aws.Region.US_EAST_1;
import static dev.atoll.facts.aws.Quota.Of.ELASTIC_IPS;

import dev.atoll.topology.CoderBuilder;
import dev.atoll.topology.NatGateways;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;

/** Three continents with the primary in Frankfurt, a NAT gateway in every zone. */
public final class ThreeRegions implements TopologySource {
  @Override
  public Topology topology() {
    return Topology.named("threefold")
        .domain("dev.example.org")
        .coder(CoderBuilder::licensed)
        .region(EU_CENTRAL_1, frankfurt -> frankfurt.primary().vpc("172.16.0.0/16"))
        .region(US_EAST_1, virginia -> virginia.replica().vpc("172.17.0.0/16"))
        .region(AP_SOUTHEAST_1, singapore -> singapore.replica().vpc("172.18.0.0/16"))
        .fullMesh()
        .nat(NatGateways.ONE_PER_ZONE)
        // Three zones with a gateway and an address of the load balancer each.
        .quota(ELASTIC_IPS, 6)
        .build();
  }
}
