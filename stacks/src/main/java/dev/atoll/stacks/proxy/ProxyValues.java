package dev.atoll.stacks.proxy;

import dev.atoll.stacks.coder.CoderChart;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.topology.Topology;
import dev.atoll.topology.WorkspaceProxy;
import java.util.List;

/**
 * What the servers of a workspace proxy pass to Coder's chart.
 *
 * @param topology the topology
 * @param proxy the proxy
 * @see <a href="https://coder.com/docs/reference/cli/workspace-proxy_server">coder wsproxy
 *     server</a>
 */
record ProxyValues(Topology topology, WorkspaceProxy proxy) {

  /** The variable with which a proxy registers. */
  static final String TOKEN = "CODER_PROXY_SESSION_TOKEN";

  Block block() {
    List<Block> environment =
        List.of(
            CoderChart.variable("CODER_PRIMARY_ACCESS_URL", "https://" + topology.domain()),
            CoderChart.variable("CODER_ACCESS_URL", proxy.url()),
            CoderChart.variable("CODER_WILDCARD_ACCESS_URL", proxy.wildcard()),
            CoderChart.variableFrom(WorkspaceProxy.TOKEN, TOKEN));
    Block values =
        CoderChart.values(
                WorkspaceProxy.NAMESPACE, topology.design().coder().version(), 1, environment)
            .with("workspaceProxy", true)
            // Workspaces are made by the servers alone.
            .with("serviceAccount", Block.of("workspacePerms", false));
    return Block.of("coder", values);
  }
}
