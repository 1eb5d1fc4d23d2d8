package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Replication groups of ElastiCache. */
final class CacheReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_elasticache_replication_group");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(CacheGroup.class, Credential.class);
  }

  @Override
  public List<Fact> read(Attributes cache) {
    boolean token = cache.has("auth_token");
    boolean users = cache.has("user_group_ids");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new CacheGroup(
            cache.source(),
            cache.ref(),
            cache.region(),
            cache.text("replication_group_id"),
            clusterMode(cache),
            cache.flag("transit_encryption_enabled", false),
            cache.flag("at_rest_encryption_enabled", false),
            Value.known(token || users),
            cache.refs("security_group_ids")));
    if (token || !users) {
      // Without an auth token there are users who sign in by IAM: the provider has a way around.
      facts.add(
          new Credential(
              cache.source(),
              cache.ref(),
              "auth_token of " + cache.ref(),
              Value.known(token ? Custodies.of(cache, "auth_token") : Custody.OPEN)));
    }
    return facts;
  }

  private static Value<Boolean> clusterMode(Attributes cache) {
    if (cache.has("cluster_mode")) {
      return cache.text("cluster_mode").map(mode -> !mode.equals("disabled"));
    }
    if (cache.has("num_node_groups")) {
      return cache.number("num_node_groups").map(shards -> shards > 1);
    }
    return cache.flag("cluster_enabled", false);
  }
}
