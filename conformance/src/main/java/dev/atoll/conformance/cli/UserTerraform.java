package dev.atoll.conformance.cli;

import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Diagnostic;
import dev.atoll.itest.terraform.InitException;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Terraform with the user's own environment, credentials and CLI configuration included. Where the
 * user has no CLI configuration, ours holds, which knows the provider mirrors of this machine.
 *
 * @param terraform the program
 */
record UserTerraform(Terraform terraform) {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * The one on the PATH.
   *
   * @throws dev.atoll.itest.terraform.TerraformException when there is none that can be used
   */
  static UserTerraform find() {
    return new UserTerraform(Terraform.find(SearchPath.ofEnvironment(), line -> {}));
  }

  /** Terraform in a folder. */
  WorkingDirectory at(Path root) {
    return terraform.in(root).environment(environment()).limit(LIMIT);
  }

  /** Whether it is the bucket for the state that an initialization stumbled over. */
  static boolean isBucketMissing(InitException refused) {
    return refused.reason() == InitException.Reason.BACKEND
        && refused.diagnostics().stream()
            .map(Diagnostic::toString)
            .collect(Collectors.joining(" "))
            .matches("(?s).*(NoSuchBucket|does not exist|NotFound|404).*");
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String named = environment.getOrDefault("TF_CLI_CONFIG_FILE", "");
    Path usual = Path.of(System.getProperty("user.home"), ".terraformrc");
    if (!named.isEmpty() && !Files.exists(Path.of(named))) {
      environment.remove("TF_CLI_CONFIG_FILE");
    }
    if (named.isEmpty() && Files.exists(usual)) {
      environment.put("TF_CLI_CONFIG_FILE", usual.toString());
    }
    return environment;
  }
}
