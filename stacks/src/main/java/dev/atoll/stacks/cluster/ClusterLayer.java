package dev.atoll.stacks.cluster;

import dev.atoll.aws.Region;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cluster of every Region: control plane, add-ons, nodes for what the system needs, and the
 * roles of what comes later.
 *
 * @param regions the cluster of each Region
 * @param layer its resources and outputs
 */
public record ClusterLayer(Map<Region, RegionCluster> regions, Layer layer) {

  public ClusterLayer {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
  }

  /** The clusters of a topology, in that network. */
  public static ClusterLayer of(Topology topology, NetworkLayer network) {
    Map<Region, RegionCluster> clusters = new LinkedHashMap<>();
    List<Resource> resources = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    for (CoderRegion described : topology.regions()) {
      Region region = described.region();
      RegionCluster cluster =
          RegionCluster.of(
              topology, described, network.regions().get(region), network.nodes().get(region));
      clusters.put(region, cluster);
      resources.addAll(cluster.resources());
      outputs.add(name(region, cluster));
      outputs.add(endpoint(region, cluster));
      outputs.add(roles(region, cluster));
    }
    return new ClusterLayer(clusters, new Layer("cluster", resources, outputs));
  }

  private static Output name(Region region, RegionCluster cluster) {
    return new Output(
        region.identifier() + "_cluster_name",
        "The EKS cluster of %s: aws eks update-kubeconfig --region %s --name NAME"
            .formatted(region, region),
        cluster.cluster().givenName());
  }

  private static Output endpoint(Region region, RegionCluster cluster) {
    return new Output(
        region.identifier() + "_cluster_endpoint",
        "The Kubernetes API server of " + region,
        cluster.cluster().attribute("endpoint"));
  }

  private static Output roles(Region region, RegionCluster cluster) {
    Map<String, Object> arns = new TreeMap<>();
    cluster.roles().forEach((account, role) -> arns.put(account.id(), role.arn()));
    return new Output(
        region.identifier() + "_controller_roles",
        "The roles of the service accounts in " + region,
        arns);
  }
}
