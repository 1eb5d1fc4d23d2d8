package dev.atoll.itest.terraform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Terraform command sees of the environment: nothing that would change what it does. */
final class CommandEnvironment {

  // What a machine needs to reach others; credentials and TF_ variables are not among it.
  private static final List<String> PASSED_ON =
      List.of(
          "PATH",
          "TMPDIR",
          "LANG",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR");

  private CommandEnvironment() {}

  /**
   * @param ours of this process
   * @param configuration our folder in the working directory; also the home folder, so that neither
   *     {@code ~/.aws} nor {@code ~/.terraform.d} is read
   * @param callers wins over everything else
   */
  static Map<String, String> of(
      Map<String, String> ours, CliConfiguration configuration, Map<String, String> callers) {
    Path home = configuration.folder();
    Map<String, String> environment = new HashMap<>(ours);
    environment.keySet().retainAll(PASSED_ON);
    environment.putAll(
        Map.of(
            "HOME", home.toString(),
            "TF_CLI_CONFIG_FILE", configuration.file().toString(),
            "TF_IN_AUTOMATION", "1",
            "TF_INPUT", "0",
            "CHECKPOINT_DISABLE", "1",
            // A registry that is out of reach is said at once.
            "TF_REGISTRY_DISCOVERY_RETRY", "0",
            "AWS_EC2_METADATA_DISABLED", "true"));
    environment.putAll(callers);
    return environment;
  }
}
