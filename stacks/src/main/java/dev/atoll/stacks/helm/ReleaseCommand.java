package dev.atoll.stacks.helm;

import dev.atoll.stacks.terraform.Attachment;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Template;
import java.util.List;

/**
 * A script beside the root that Terraform runs for a release. What it installs comes by the
 * environment: a command line is for everybody to read.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/resources/provisioners/local-exec">The
 *     provisioner local-exec</a>
 */
enum ReleaseCommand {
  /** Installs, or upgrades in place. */
  INSTALL("install.sh"),
  /** Uninstalls, and waits until everything is gone: load balancers too. */
  UNINSTALL("uninstall.sh");

  private static final String FOLDER = "/commands/";

  private final String script;

  ReleaseCommand(String script) {
    this.script = script;
  }

  /** The provisioner that runs it with what the resource itself says. */
  Block provisioner() {
    Block run =
        Block.of("command", Template.of("sh ", new Expression("path.module"), "/" + path()))
            .with("environment", environment());
    return Block.of("local-exec", this == UNINSTALL ? run.with("when", "destroy") : run);
  }

  /** The script, as it lies beside the root. */
  Attachment attachment() {
    return new Attachment(path(), Bundled.text(FOLDER + script));
  }

  private String path() {
    return OwnChart.FOLDER + "/" + script;
  }

  /** What is uninstalled is said by the resource that is destroyed: nothing else is left then. */
  private Block environment() {
    Block identity =
        Block.of("REGION", self("region"))
            .with("CLUSTER", self("cluster"))
            .with("NAME", self("name"))
            .with("NAMESPACE", self("namespace"));
    return this == UNINSTALL
        ? identity.with("TIMEOUT", new Expression("self.input.timeout"))
        : identity
            .with("REPOSITORY", new Expression("try(self.triggers_replace.repository, \"\")"))
            .with("CHART", self("chart"))
            .with("VERSION", self("version"))
            .with("TIMEOUT", self("timeout"))
            .with("VALUES", self("values[0]"));
  }

  private static Expression self(String argument) {
    return new Expression("self.triggers_replace." + argument);
  }

  /** Every script. */
  static List<Attachment> attachments() {
    return List.of(INSTALL.attachment(), UNINSTALL.attachment());
  }
}
