package dev.atoll.conformance.suite;

import dev.atoll.aws.Region;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is ours in the clusters of a run, and what only plays somebody else's part. */
final class Clusters {

  /** What makes load balancers for Services. */
  static final StandIn LOAD_BALANCERS =
      new StandIn(
          "load balancer controller",
          fact ->
              fact instanceof LoadBalancer
                  || fact instanceof Listener
                  || fact instanceof TargetGroup);

  /** What plays charts that others publish. */
  static final StandIn CHARTS =
      new StandIn(
          "published charts",
          fact -> fact instanceof Workload workload && isTheirs(workload.object().namespace()));

  /** What fills Secrets from Secrets Manager, and the first run of the rotation of keys. */
  static final StandIn SECRETS =
      new StandIn("External Secrets Operator", KubernetesSecret.class::isInstance);

  private Clusters() {}

  /** Workloads elsewhere come from charts of our own, or are a user's. */
  private static boolean isTheirs(String namespace) {
    return !List.of("litellm", UsersWorkspace.NAMESPACE).contains(namespace);
  }

  /** The name in EKS of each Region's cluster. */
  static Map<Region, String> names(Topology topology) {
    Map<Region, String> names = new LinkedHashMap<>();
    for (CoderRegion region : topology.regions()) {
      names.put(region.region(), region.cluster());
    }
    return names;
  }
}
