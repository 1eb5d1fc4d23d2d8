package dev.atoll.stacks.platform;

import dev.atoll.aws.Region;
import dev.atoll.stacks.cluster.ClusterLayer;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The controllers in every Region's cluster: load balancers, volumes, nodes, certificates, metrics
 * and secrets.
 *
 * @param regions the platform of each Region
 * @param layer its resources
 */
public record PlatformLayer(Map<Region, RegionPlatform> regions, Layer layer) {

  public PlatformLayer {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
  }

  /** The platform of those clusters. */
  public static PlatformLayer of(NetworkLayer network, ClusterLayer clusters, ReleaseWay way) {
    Map<Region, RegionPlatform> platforms = new LinkedHashMap<>();
    List<Resource> resources = new ArrayList<>();
    clusters
        .regions()
        .forEach(
            (region, cluster) -> {
              RegionPlatform platform =
                  RegionPlatform.of(network.regions().get(region), cluster, way);
              platforms.put(region, platform);
              resources.addAll(platform.ready());
            });
    return new PlatformLayer(platforms, new Layer("platform", resources, List.of()));
  }
}
