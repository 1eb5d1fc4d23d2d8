package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.cache.CacheConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deployments whose containers are told of a cache by LiteLLM's variables. Which cache it is their
 * secret says, which holds more than one reads; where there is only one, it is that one.
 */
final class CacheClientReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("kubernetes_deployment", "kubernetes_deployment_v1");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(CacheConnection.class);
  }

  @Override
  public List<CacheConnection> read(Attributes deployment) {
    Set<String> variables = new HashSet<>();
    for (Attributes container : within(deployment, "spec", "template", "spec", "container")) {
      for (Attributes variable : within(container, "env")) {
        variable.text("name").asOptional().ifPresent(variables::add);
      }
    }
    boolean cluster = variables.contains("REDIS_CLUSTER_NODES");
    return cluster || variables.contains("REDIS_HOST")
        ? List.of(
            new CacheConnection(
                deployment.source(), deployment.ref(), only(deployment), Value.known(cluster)))
        : List.of();
  }

  private static Value<Ref> only(Attributes deployment) {
    List<Attributes> caches = deployment.things().ofType("aws_elasticache_replication_group");
    return caches.size() == 1
        ? Value.known(caches.get(0).ref())
        : Value.unknown("which cache the variables of " + deployment.ref() + " mean");
  }

  private static List<Attributes> within(Attributes start, String... path) {
    List<Attributes> at = List.of(start);
    for (String name : path) {
      at =
          at.stream()
              .flatMap(one -> one.blocks(name).asOptional().orElse(List.of()).stream())
              .toList();
    }
    return at;
  }
}
