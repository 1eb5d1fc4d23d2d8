package dev.atoll.facts.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * An Elastic IP address: a load balancer's in one zone, a NAT gateway's, or anything else's. It
 * counts against the Region's quota whether it is in use or not.
 *
 * @param region where
 */
public record ElasticIp(Source source, Ref ref, Value<Region> region) implements Fact {}
