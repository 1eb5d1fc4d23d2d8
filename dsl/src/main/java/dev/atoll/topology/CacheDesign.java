package dev.atoll.topology;

import dev.atoll.facts.Source;

/**
 * LiteLLM's cache, an ElastiCache replication group with Valkey.
 *
 * @param at the builder call that described it
 * @param clusterMode whether it is sharded, and LiteLLM told so
 * @param nodeType the type of its nodes, such as {@code cache.t4g.small}
 */
public record CacheDesign(Source at, boolean clusterMode, String nodeType) {

  /** The TCP port on which it listens. */
  public static final int PORT = 6379;

  /** How many nodes it has: a primary and a replica, in each of two shards when it is sharded. */
  public int nodes() {
    return clusterMode ? 4 : 2;
  }
}
