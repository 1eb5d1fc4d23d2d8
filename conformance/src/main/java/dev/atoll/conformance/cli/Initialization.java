package dev.atoll.conformance.cli;

import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.terraform.InitException;
import dev.atoll.itest.terraform.TerraformException;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.terraform.Root;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries {@code terraform init} after a synthesis, so that {@code terraform apply} can follow. What
 * cannot be done yet is no failure: it ends in a sentence that names the one command that is
 * missing and why.
 */
final class Initialization {

  private final Path folder;
  private final Deployment deployment;

  Initialization(Path folder, Deployment deployment) {
    this.folder = folder;
    this.deployment = deployment;
  }

  /** What the user does next. */
  String attempt() {
    try {
      UserTerraform terraform = UserTerraform.find();
      WorkingDirectory root = terraform.at(folder);
      try {
        root.init();
        return "terraform init is done. Next: terraform apply";
      } catch (InitException e) {
        return e.reason() == InitException.Reason.BACKEND
            ? withoutBackend(terraform, root, e)
            : "Next: terraform init (tried, and failed: %s)".formatted(firstLine(e));
      }
    } catch (TerraformException | CommandException e) {
      return "Next: terraform init (not done: %s)".formatted(firstLine(e));
    }
  }

  /** Providers can be installed, and the root for the bucket prepared, without any credentials. */
  private String withoutBackend(
      UserTerraform terraform, WorkingDirectory root, InitException refused) {
    root.initProviders();
    if (UserTerraform.isBucketMissing(refused)) {
      Root bucket = deployment.bootstrap().get(0);
      Path bootstrap = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), bucket).getParent();
      terraform.at(bootstrap).init();
      return """
      Next, once: terraform -chdir=%s apply
      It makes the bucket for the state, which is not there yet. Then synth again: it finishes terraform init.\
      """
          .formatted(folder.relativize(bootstrap));
    }
    return """
    Next: terraform init, with credentials for AWS (AWS_PROFILE, or aws sso login).
    The providers are installed; what is missing is access to the bucket for the state: %s
    To try without AWS: STATE=local make synth\
    """
        .formatted(
            refused.diagnostics().isEmpty()
                ? firstLine(refused)
                : refused.diagnostics().get(0).summary());
  }

  private static String firstLine(RuntimeException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
    return lines.isEmpty() ? e.toString() : lines.get(0);
  }
}
