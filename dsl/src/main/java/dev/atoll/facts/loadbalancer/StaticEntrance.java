package dev.atoll.facts.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A load balancer with one static address per zone, as the model wants it; where it is made, a
 * controller in the cluster makes it.
 *
 * @param region where
 * @param zones how many zones, hence addresses
 * @param crossZone whether an address of one zone leads to targets of the others
 * @param targets how many targets stand behind it, spread over the zones
 */
public record StaticEntrance(
    Source source, Ref ref, Region region, int zones, boolean crossZone, Value<Integer> targets)
    implements Fact {}
