package dev.atoll.facts.network;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.List;

/**
 * A VPC.
 *
 * @param region where it is
 * @param cidrs its primary CIDR block first, then the secondary ones
 */
public record Vpc(Source source, Ref ref, Value<Region> region, Value<List<Cidr>> cidrs)
    implements Fact {}
