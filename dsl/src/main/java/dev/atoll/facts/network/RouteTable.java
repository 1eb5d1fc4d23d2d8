package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * A route table.
 *
 * @param vpc the VPC it belongs to
 * @param main whether it serves the subnets of the VPC that have no table of their own
 */
public record RouteTable(Source source, Ref ref, Value<Ref> vpc, Value<Boolean> main)
    implements Fact {}
