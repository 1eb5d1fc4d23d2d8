package dev.atoll.stacks.helm;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.BuiltInProvider;
import dev.atoll.stacks.terraform.Provider;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * What uninstalls a release that a command installs. Terraform runs a command only when it makes or
 * destroys a resource: the release's own is therefore made anew whenever an argument changes, which
 * upgrades in place, and this one stays until the release goes or gets another name.
 *
 * @param of the release
 */
record Uninstallation(HelmRelease of) implements Resource {

  @Override
  public String type() {
    return of.type();
  }

  @Override
  public String name() {
    return of.name() + "_uninstall";
  }

  @Override
  public Region region() {
    return of.region();
  }

  @Override
  public Provider provider() {
    return new BuiltInProvider(region());
  }

  @Override
  public Block arguments() {
    return Block.of(
            "triggers_replace",
            Block.of("region", region())
                .with("cluster", of.cluster().cluster().givenName())
                .with("name", of.release())
                .with("namespace", of.namespace()))
        .with("input", Block.of("timeout", of.timeout().toSeconds()))
        .with("provisioner", List.of(ReleaseCommand.UNINSTALL.provisioner()));
  }

  @Override
  public List<Resource> dependsOn() {
    return of.dependsOn();
  }
}
