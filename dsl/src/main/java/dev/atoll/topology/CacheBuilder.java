package dev.atoll.topology;

import dev.atoll.facts.Source;

/** Describes LiteLLM's cache. */
public final class CacheBuilder implements Builder {

  private final Source at;
  private boolean clusterMode;
  private String nodeType = "cache.t4g.small";

  CacheBuilder(Source at) {
    this.at = at;
  }

  /** One shard, for clients that know no clusters. What a cache is unless said. */
  public CacheBuilder oneShard() {
    this.clusterMode = false;
    return this;
  }

  /** Shards, for more keys than one node holds; LiteLLM is told the configuration endpoint. */
  public CacheBuilder clusterMode() {
    this.clusterMode = true;
    return this;
  }

  /** The type of its nodes, such as {@code cache.t4g.small}. */
  public CacheBuilder nodeType(String type) {
    this.nodeType = type;
    return this;
  }

  CacheDesign design() {
    return new CacheDesign(at, clusterMode, nodeType);
  }
}
