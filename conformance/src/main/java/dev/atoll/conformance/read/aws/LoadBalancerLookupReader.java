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
    String unread = lookup.ref() + ".dns_name";
    return List.of(
        new LoadBalancerLookup(
            lookup.source(),
            lookup.ref(),
            lookup.region(),
            lookup.map("tags"),
            lookup.has("dns_name")
                ? lookup.symbolic("dns_name").map(RecordReader::plain)
                : Value.known(unread)));
  }
}
