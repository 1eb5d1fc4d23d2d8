package dev.atoll.topology;

import dev.atoll.analysis.cost.BillOfMaterials;
import dev.atoll.analysis.cost.Cache;
import dev.atoll.analysis.cost.Database;
import dev.atoll.analysis.cost.PricedLoadBalancer;
import dev.atoll.analysis.cost.Traffic;
import dev.atoll.aws.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Projects a design into what it buys every month. */
final class Materials {

  private Materials() {}

  /**
   * Everything that the design describes.
   *
   * @param traffic that of each load balancer
   */
  static BillOfMaterials of(Design design, Traffic traffic) {
    List<Database> databases = new ArrayList<>();
    List<Cache> caches = new ArrayList<>();
    for (CoderRegion described : design.regions()) {
      Region region = described.region();
      if (described.isPrimary()) {
        databases.add(database(region, "Coder", design.coder().database()));
      }
      described
          .liteLlm()
          .ifPresent(
              liteLlm -> {
                databases.add(database(region, "LiteLLM", liteLlm.database()));
                CacheDesign cache = liteLlm.cache();
                caches.add(new Cache(region, "valkey", cache.nodeType(), cache.nodes()));
              });
    }
    return of(design, traffic, databases, caches);
  }

  private static Database database(Region region, String name, AuroraDesign aurora) {
    return new Database(region, name, aurora.min().value(), aurora.reader().isPresent() ? 1 : 0);
  }

  /**
   * @param traffic that of each load balancer
   * @param databases the Aurora clusters
   * @param caches the ElastiCache groups
   */
  static BillOfMaterials of(
      Design design, Traffic traffic, List<Database> databases, List<Cache> caches) {
    BillOfMaterials materials = BillOfMaterials.empty();
    for (CoderRegion described : design.regions()) {
      Region region = described.region();
      int zones = described.publicSubnets().size();
      materials = materials.withCluster(region).withNatGateways(region, design.nat().count(zones));
      for (Map.Entry<String, LoadBalancerDesign> each :
          design.loadBalancers(described).entrySet()) {
        materials =
            materials.with(
                new PricedLoadBalancer(region, each.getKey(), zones, each.getValue().crossZone())
                    .network(traffic));
      }
    }
    for (Database database : databases) {
      materials = materials.with(database);
    }
    for (Cache cache : caches) {
      materials = materials.with(cache);
    }
    if (databases.isEmpty()) {
      materials =
          materials.without("databases and caches, which the topology does not describe yet");
    }
    return materials.without(
        "EC2 nodes and their disks, which follow the workspaces",
        "data to the internet (about 0.09 USD per GB) and between Regions (0.02 USD per GB)",
        "Route 53, Secrets Manager, S3, CloudWatch: a few dollars",
        "taxes, discounts, support");
  }
}
