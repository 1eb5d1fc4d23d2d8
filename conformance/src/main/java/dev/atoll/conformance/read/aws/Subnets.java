package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Things;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import java.util.Set;

/** What follows from lying in subnets. */
final class Subnets {

  private Subnets() {}

  /** The VPC of subnets, which is one and the same for all of them. */
  static Value<Ref> vpc(Value<Set<Ref>> subnets, Things things) {
    return subnets.flatMap(
        refs ->
            refs.stream()
                .flatMap(ref -> things.at(ref).stream())
                .map(subnet -> subnet.ref("vpc_id"))
                .findFirst()
                .orElseGet(() -> Value.unknown("its subnets are not in what was read")));
  }
}
