package dev.atoll.stacks.platform;

import dev.atoll.stacks.aws.AwsEksAccessEntry;
import dev.atoll.stacks.aws.AwsEksAddon;
import dev.atoll.stacks.aws.AwsEksNodeGroup;
import dev.atoll.stacks.aws.AwsIamRolePolicy;
import dev.atoll.stacks.aws.AwsIamRolePolicyAttachment;
import dev.atoll.stacks.cluster.RegionCluster;
import dev.atoll.stacks.helm.HelmProvider;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The releases of one cluster on which everything else in it stands.
 *
 * @param provider what makes releases in this cluster
 * @param releases the release of each chart
 */
public record RegionPlatform(HelmProvider provider, Map<PlatformChart, HelmRelease> releases) {

  /** Longer than an image takes to be pulled and a pod to end. */
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  public RegionPlatform {
    releases = Map.copyOf(releases);
  }

  static RegionPlatform of(RegionNetwork network, RegionCluster cluster, ReleaseWay way) {
    HelmProvider provider = new HelmProvider(cluster.cluster(), way);
    PlatformValues values = new PlatformValues(network, cluster);
    Map<PlatformChart, HelmRelease> releases = new EnumMap<>(PlatformChart.class);
    for (PlatformChart chart : PlatformChart.values()) {
      releases.put(
          chart,
          new HelmRelease(
              "%s_%s".formatted(cluster.cluster().name(), chart.identifier()),
              provider,
              chart.release(),
              chart.namespace(),
              chart.chart(),
              values.of(chart),
              TIMEOUT,
              chart == PlatformChart.LOAD_BALANCER_CONTROLLER
                  ? foundation(cluster)
                  : List.of(releases.get(PlatformChart.LOAD_BALANCER_CONTROLLER))));
    }
    return new RegionPlatform(provider, releases);
  }

  /** The release that makes load balancers for Services. */
  public HelmRelease loadBalancerController() {
    return releases.get(PlatformChart.LOAD_BALANCER_CONTROLLER);
  }

  /** The release that carries secrets from Secrets Manager into namespaces. */
  public HelmRelease externalSecrets() {
    return releases.get(PlatformChart.EXTERNAL_SECRETS);
  }

  /** What anything else in the cluster must depend on: on destroy it outlives all of that. */
  public List<Resource> ready() {
    List<Resource> all = new ArrayList<>();
    for (PlatformChart chart : PlatformChart.values()) {
      all.add(releases.get(chart));
    }
    return List.copyOf(all);
  }

  /** A controller needs nodes, names, and what it may do; on destroy it must still be allowed. */
  private static List<Resource> foundation(RegionCluster cluster) {
    return cluster.resources().stream()
        .filter(
            each ->
                each instanceof AwsEksNodeGroup
                    || each instanceof AwsEksAddon
                    || each instanceof AwsEksAccessEntry
                    || each instanceof AwsIamRolePolicy
                    || each instanceof AwsIamRolePolicyAttachment)
        .toList();
  }
}
