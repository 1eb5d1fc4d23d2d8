package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;

/**
 * An ElastiCache replication group as the bill sees it.
 *
 * @param region where
 * @param engine {@code valkey} or {@code redis}
 * @param nodeType such as {@code cache.t4g.small}
 * @param nodes how many nodes in all shards
 */
public record Cache(Region region, String engine, String nodeType, int nodes) {

  Item item() {
    return Item.allMonth(
        region,
        "cache",
        "%d %s nodes, %s".formatted(nodes, engine, nodeType),
        Product.cacheNode(engine, nodeType),
        nodes);
  }
}
