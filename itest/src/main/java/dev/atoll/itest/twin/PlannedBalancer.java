package dev.atoll.itest.twin;

import dev.atoll.facts.loadbalancer.LoadBalancer;
import java.util.List;

/**
 * A load balancer that can be played.
 *
 * @param zones the names of its Availability Zones
 */
record PlannedBalancer(LoadBalancer balancer, List<String> zones, List<PlannedEntry> entries) {

  PlannedBalancer {
    zones = List.copyOf(zones);
    entries = List.copyOf(entries);
  }
}
