package dev.atoll.topology.runbook;

import dev.atoll.aws.Region;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.util.List;

/**
 * A workspace proxy that the licence makes possible.
 *
 * @param region where
 * @param cluster the EKS cluster it runs in
 * @param name its name in Coder
 * @param displayName what users read in the menu
 * @param host the host name of its URL
 */
public record ProxyPlan(
    Region region, String cluster, String name, String displayName, String host) {

  /** The namespace of a proxy, as in the documents. */
  public static final String NAMESPACE = "coder-proxy";

  /** One in every Region but the primary, named after it. */
  static List<ProxyPlan> of(Topology topology) {
    return topology.regions().stream()
        .filter(region -> !region.isPrimary())
        .map(region -> named(region, topology.domain()))
        .toList();
  }

  private static ProxyPlan named(CoderRegion described, String domain) {
    String name = described.region().name();
    return new ProxyPlan(described.region(), described.cluster(), name, name, name + "." + domain);
  }

  /** The host names of its apps. */
  String wildcard() {
    return "*." + host;
  }
}
