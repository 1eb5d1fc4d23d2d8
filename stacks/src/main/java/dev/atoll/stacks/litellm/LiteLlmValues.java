package dev.atoll.stacks.litellm;

import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.stacks.aws.AwsIamRole;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.topology.CacheDesign;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.ControllerAccount;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a release of LiteLLM passes to its chart: names of secrets, never what is in them.
 *
 * @param topology the topology
 * @param home the Region
 * @param liteLlm what the topology says of it
 * @param roles the role of each service account there
 */
record LiteLlmValues(
    Topology topology,
    CoderRegion home,
    LiteLlmDesign liteLlm,
    Map<ControllerAccount, AwsIamRole> roles) {

  /** The keys of the secret that the database layer writes. */
  private static final List<String> DATABASE =
      List.of(
          "IAM_TOKEN_DB_AUTH",
          "DATABASE_HOST",
          "DATABASE_PORT",
          "DATABASE_USER",
          "DATABASE_NAME",
          "DATABASE_SSLMODE",
          "DATABASE_SSLROOTCERT",
          "AWS_REGION");

  Block block() {
    return Block.of("way", liteLlm.way() == Way.INTERNAL ? "internal" : "subdomain")
        .with("replicas", liteLlm.replicas())
        .with("cpu", String.valueOf(liteLlm.cpus()))
        .with("memory", liteLlm.memory())
        .with("serviceAccount", Block.of("role", roles.get(ControllerAccount.LITELLM).arn()))
        .with("secrets", secrets())
        .with(
            "rotation",
            Block.of("journal", LiteLlmDesign.workspaceKey(topology.name()))
                .with("role", roles.get(ControllerAccount.KEY_ROTATION).arn()));
  }

  private Block secrets() {
    return Block.of("region", home.region())
        .with("database", from("database", DATABASE))
        .with("cache", from("cache", cache(liteLlm.cache())))
        .with("master", LiteLlmDesign.masterKey(topology.name()))
        .with("salt", LiteLlmDesign.saltKey(topology.name()));
  }

  private Block from(String store, List<String> keys) {
    return Block.of("name", "%s/litellm/%s".formatted(topology.name(), store)).with("keys", keys);
  }

  /** The keys of the secret that the cache layer writes: a sharded cache has no single host. */
  private static List<String> cache(CacheDesign cache) {
    List<String> keys = new ArrayList<>();
    keys.addAll(
        cache.clusterMode() ? List.of("REDIS_CLUSTER_NODES") : List.of("REDIS_HOST", "REDIS_PORT"));
    keys.addAll(
        List.of(
            "REDIS_SSL",
            "REDIS_AWS_IAM_AUTH",
            "REDIS_AWS_IAM_USER_NAME",
            "REDIS_AWS_IAM_CACHE_NAME",
            "REDIS_AWS_IAM_REGION"));
    return keys;
  }
}
