package dev.atoll.conformance.suite;

import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.terraform.Root;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The roots of a deployment as they were synthesized, each where Terraform works on it.
 *
 * @param deployment the deployment
 * @param terraform that works on them
 * @param folder where they were written
 * @param environment of its commands
 */
record WrittenRoots(
    Deployment deployment, Terraform terraform, Path folder, Map<String, String> environment) {

  /** One Terraform command may take this long. */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  WrittenRoots {
    environment = Map.copyOf(environment);
  }

  /** Writes them. */
  WrittenRoots write() {
    Synthesis.write(deployment, folder);
    return this;
  }

  /** The roots of another description, written over these: what was applied is now to become it. */
  WrittenRoots rewrite(Deployment other) {
    return new WrittenRoots(other, terraform, folder, environment).write();
  }

  /** Those that come before all others. */
  List<WorkingDirectory> bootstrap() {
    return deployment.bootstrap().stream().map(root -> at(output(), root)).toList();
  }

  /** The one that makes the deployment. */
  WorkingDirectory main() {
    return at(output(), deployment.parts().get(0));
  }

  /** Those of workspace proxies, whether they wait or not. */
  List<WorkingDirectory> proxies() {
    return deployment.proxies().stream()
        .map(
            proxy ->
                at(
                    proxy.awaits().isPresent() ? output().resolve(Synthesis.PENDING) : output(),
                    proxy.root()))
        .toList();
  }

  private Path output() {
    return folder.resolve(Synthesis.OUTPUT);
  }

  private WorkingDirectory at(Path output, Root root) {
    return terraform
        .in(Synthesis.cdkTfJson(output, root).getParent())
        .environment(environment)
        .limit(LIMIT);
  }
}
