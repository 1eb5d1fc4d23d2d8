package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.network.Subnet;
import java.util.List;
import java.util.Set;

/** Subnets. */
final class SubnetReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_subnet", "aws_default_subnet");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Subnet.class);
  }

  @Override
  public List<Subnet> read(Attributes subnet) {
    return List.of(
        new Subnet(
            subnet.source(),
            subnet.ref(),
            subnet.ref("vpc_id"),
            subnet.text("availability_zone"),
            subnet.cidr("cidr_block"),
            subnet.tags()));
  }
}
