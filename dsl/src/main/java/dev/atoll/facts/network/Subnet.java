package dev.atoll.facts.network;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Map;

/**
 * A subnet.
 *
 * @param vpc the VPC it belongs to
 * @param zone its availability zone, such as {@code us-east-2a}
 * @param cidr its addresses
 * @param tags its tags; load balancer controllers find subnets by them
 */
public record Subnet(
    Source source,
    Ref ref,
    Value<Ref> vpc,
    Value<String> zone,
    Value<Cidr> cidr,
    Value<Map<String, String>> tags)
    implements Fact {}
