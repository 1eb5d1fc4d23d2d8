package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import java.util.List;
import java.util.Set;

/** Load balancers that a controller made, looked up. */
final class LoadBalancerLookupReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("data.aws_lb");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(LoadBalancerLookup.class);
  }

  @Override
  public List<LoadBalancerLookup> read(Attributes lookup) {
    Value<String> read = lookup.text("dns_name").map(RecordReader::plain);
    return List.of(
        new LoadBalancerLookup(
            lookup.source(),
            lookup.ref(),
            lookup.region(),
            lookup.map("tags"),
            read.asOptional().isPresent() ? read : Value.known(lookup.ref() + ".dns_name")));
  }
}
