package dev.atoll.topology.runbook;

import dev.atoll.aws.Region;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import dev.atoll.topology.WorkspaceProxy;
import java.util.List;

/**
 * A workspace proxy that the licence makes possible.
 *
 * @param region where
 * @param cluster the EKS cluster it runs in
 * @param name its name in Coder
 * @param displayName what users read in the menu
 * @param host the host name of its URL
 * @param wildcard the host names of its apps
 */
public record ProxyPlan(
    Region region, String cluster, String name, String displayName, String host, String wildcard) {

  /** The proxies that the topology describes, deployed or waiting. */
  static List<ProxyPlan> of(Topology topology) {
    return topology.regions().stream()
        .flatMap(region -> region.workspaceProxy().map(proxy -> of(region, proxy)).stream())
        .toList();
  }

  private static ProxyPlan of(CoderRegion region, WorkspaceProxy proxy) {
    return new ProxyPlan(
        region.region(),
        region.cluster(),
        proxy.name(),
        proxy.displayName(),
        proxy.host(),
        proxy.wildcard());
  }
}
