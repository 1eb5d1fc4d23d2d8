package dev.atoll.stacks.proxy;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.WorkspaceProxy;

/**
 * A workspace proxy in Coder's list.
 *
 * @param name its name in Terraform
 * @param provider what registers it
 * @param proxy what the topology says of it
 */
record CoderdWorkspaceProxy(String name, CoderdProvider provider, WorkspaceProxy proxy)
    implements Resource {

  /** The token with which its servers register; the state of this root keeps it. */
  Expression token() {
    return attribute("session_token");
  }

  @Override
  public String type() {
    return "coderd_workspace_proxy";
  }

  @Override
  public Region region() {
    return provider.region();
  }

  @Override
  public Block arguments() {
    return Block.of("name", proxy.name())
        .with("display_name", proxy.displayName())
        .with("icon", proxy.icon());
  }
}
