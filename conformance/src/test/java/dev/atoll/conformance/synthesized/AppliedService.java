package dev.atoll.conformance.synthesized;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.BuiltInProvider;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Provider;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * In the place of a release: kubectl applies one manifest, waits until its Service has a load
 * balancer, and deletes it on destroy.
 *
 * @param kubectl the command with its kubeconfig
 * @param manifest the file
 */
record AppliedService(String name, Region region, String kubectl, String manifest)
    implements Resource {

  @Override
  public Provider provider() {
    return new BuiltInProvider(region);
  }

  @Override
  public String type() {
    return "terraform_data";
  }

  @Override
  public Block arguments() {
    Block install =
        Block.of(
            "command",
            "%1$s apply -f %2$s && %1$s wait -f %2$s --timeout=120s".formatted(kubectl, manifest)
                + " --for=jsonpath='{.status.loadBalancer.ingress}'");
    Block uninstall = Block.of("command", new Expression("self.input")).with("when", "destroy");
    return Block.of("input", "%s delete -f %s --timeout=120s".formatted(kubectl, manifest))
        .with(
            "provisioner",
            List.of(Block.of("local-exec", install), Block.of("local-exec", uninstall)));
  }
}
