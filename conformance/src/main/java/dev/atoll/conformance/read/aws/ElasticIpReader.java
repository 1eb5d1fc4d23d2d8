package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.loadbalancer.ElasticIp;
import java.util.List;
import java.util.Set;

/** Elastic IP addresses, whatever they are for. */
final class ElasticIpReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_eip");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(ElasticIp.class);
  }

  @Override
  public List<ElasticIp> read(Attributes address) {
    return List.of(new ElasticIp(address.source(), address.ref(), address.region()));
  }
}
