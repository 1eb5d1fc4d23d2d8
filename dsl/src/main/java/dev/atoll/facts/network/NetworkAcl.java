package dev.atoll.facts.network;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * A network ACL. A subnet that none names is under its VPC's default one, which lets everything
 * through unless somebody changed it.
 *
 * @param vpc the VPC it belongs to
 * @param isDefault whether it is the VPC's default
 * @param subnets the subnets under it
 */
public record NetworkAcl(
    Source source, Ref ref, Value<Ref> vpc, Value<Boolean> isDefault, Value<Set<Ref>> subnets)
    implements Fact {}
