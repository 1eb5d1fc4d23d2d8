package dev.atoll.conformance.cli;

import dev.atoll.itest.terraform.InitException;
import dev.atoll.itest.terraform.TerraformException;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.terraform.Root;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs Terraform in the roots of a deployment, one after the other, before the person's eyes. */
final class RootSequence {

  private final UserTerraform terraform;
  private final Deployment deployment;
  private final Path folder;
  private final PrintWriter out;
  private final List<String> approval;
  private String now = "before the first root";

  /**
   * @param folder where the deployment was written
   * @param approved whether Terraform need not ask
   */
  RootSequence(
      UserTerraform terraform,
      Deployment deployment,
      Path folder,
      PrintWriter out,
      boolean approved) {
    this.terraform = terraform;
    this.deployment = deployment;
    this.folder = folder;
    this.out = out;
    this.approval = approved ? List.of("-auto-approve") : List.of();
  }

  /**
   * Applies every root, each after those that it stands on; the one with the bucket for the state
   * before, when there is no bucket yet.
   *
   * @throws EnvironmentException when one could not be applied: none after it was touched
   */
  void apply() {
    List<Root> roots = everything();
    if (!hasBucket(roots.get(0))) {
      roots.addAll(0, deployment.bootstrap());
    }
    run("apply", roots);
    say("All %d roots are applied.".formatted(roots.size()));
  }

  /**
   * Destroys what every root made, in reverse order. The bucket for the state stays: it holds the
   * history.
   *
   * @throws EnvironmentException when one could not be destroyed: none after it was touched
   */
  void destroy() {
    List<Root> roots = everything();
    if (!hasBucket(roots.get(0))) {
      throw new EnvironmentException(
          "There is nothing to destroy: the bucket for the state does not exist. Was it applied"
              + " with another --state, or with other credentials?");
    }
    Collections.reverse(roots);
    run("destroy", roots);
    say("What the %d roots made is gone.".formatted(roots.size()));
    deployment
        .bootstrap()
        .forEach(root -> say("The bucket for the state stays. Its root is " + path(root) + "."));
  }

  /** Proxies register with servers that the parts make. */
  private List<Root> everything() {
    List<Root> roots = new ArrayList<>(deployment.parts());
    roots.addAll(deployment.proxyRoots(false));
    return roots;
  }

  private boolean hasBucket(Root first) {
    try {
      at(first).init();
      return true;
    } catch (InitException e) {
      if (!deployment.bootstrap().isEmpty() && UserTerraform.isBucketMissing(e)) {
        return false;
      }
      throw failure("init", first, e.getMessage());
    }
  }

  private void run(String command, List<Root> roots) {
    try (Foreground terminal = new Foreground(this::interrupted)) {
      for (Root root : roots) {
        now = "in " + root.name();
        say(
            "[%d/%d] terraform %s: %s, %d resources, in %s"
                .formatted(
                    roots.indexOf(root) + 1,
                    roots.size(),
                    command,
                    root.name(),
                    root.resources().size(),
                    path(root)));
        run(terminal, command, root);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("Interrupted " + now + ".", e);
    }
  }

  private void run(Foreground terminal, String command, Root root) throws InterruptedException {
    WorkingDirectory directory = at(root);
    try {
      directory.init();
    } catch (TerraformException e) {
      throw failure("init", root, e.getMessage());
    }
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(approval);
    int exit = terminal.run(() -> directory.atTerminal(words));
    if (exit != 0) {
      throw failure(command, root, "what Terraform says of it stands above.");
    }
  }

  private EnvironmentException failure(String command, Root root, String why) {
    return new EnvironmentException(
        """
        terraform %s did not succeed in %s: %s
        Nothing after this root was touched, and what was done is in the states. Mend it and run the \
        same command again: what is done already is left as it is.
        To look closer: terraform -chdir=%s plan\
        """
            .formatted(command, root.name(), why, path(root)));
  }

  private void interrupted() {
    say(
        "Stopped %s. What was done is in the states; run the same command again to go on."
            .formatted(now));
  }

  private WorkingDirectory at(Root root) {
    return terraform.at(Synthesis.workingFolder(deployment, root, folder));
  }

  private Path path(Root root) {
    Path there = folder.relativize(Synthesis.workingFolder(deployment, root, folder));
    return there.toString().isEmpty() ? Path.of(".") : there;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
