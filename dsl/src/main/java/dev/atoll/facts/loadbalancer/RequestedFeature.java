package dev.atoll.facts.loadbalancer;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * Something that a topology asks of its load balancers: only a topology has this fact.
 *
 * @param feature what
 */
public record RequestedFeature(Source source, Ref ref, LoadBalancerFeature feature)
    implements Fact {}
