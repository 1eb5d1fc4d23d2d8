package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services that are looked up in a cluster, for the name of their load balancer. The cluster is the
 * provider's, so there is just one.
 */
final class ServiceLookupReader implements ResourceReader {

  static final List<String> TYPES = List.of("kubernetes_service", "kubernetes_service_v1");

  /** Where the name of the load balancer stands. */
  static final String HOSTNAME = "status[0].load_balancer[0].ingress[0].hostname";

  @Override
  public Set<String> types() {
    return Set.of("data.kubernetes_service", "data.kubernetes_service_v1");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(LoadBalancerLookup.class);
  }

  @Override
  public List<LoadBalancerLookup> read(Attributes lookup) {
    Value<String> service =
        lookup
            .blocks("metadata")
            .flatMap(
                blocks ->
                    blocks.isEmpty()
                        ? Value.unknown(lookup.ref() + " names no Service")
                        : blocks
                            .get(0)
                            .text("namespace", "default")
                            .flatMap(
                                namespace ->
                                    blocks
                                        .get(0)
                                        .text("name")
                                        .map(name -> namespace + "/" + name)));
    return List.of(
        new LoadBalancerLookup(
            lookup.source(),
            lookup.ref(),
            lookup.region(),
            service.map(
                name ->
                    Map.of(
                        LoadBalancerLookup.SERVICE_TAG,
                        name,
                        LoadBalancerLookup.CLUSTER_TAG,
                        "the provider's")),
            Value.known(lookup.ref() + "." + HOSTNAME)));
  }
}
