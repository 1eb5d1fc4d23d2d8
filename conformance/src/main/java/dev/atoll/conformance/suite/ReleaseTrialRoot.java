package dev.atoll.conformance.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.stacks.helm.HelmProvider;
import java.util.Map;

/** The root of a {@link ReleaseTrial}, with the settings that every synthesized release has. */
final class ReleaseTrialRoot {

  private ReleaseTrialRoot() {}

  static String json(String name, String version, boolean upgradeInstall) {
    Map<String, Object> provider = Map.of("kubernetes", Map.of("config_path", "kubeconfig"));
    Map<String, Object> release =
        Map.of(
            "name",
            name,
            "namespace",
            name,
            "chart",
            "./chart",
            "version",
            version,
            "create_namespace",
            true,
            "upgrade_install",
            upgradeInstall,
            "wait",
            true,
            "wait_for_jobs",
            true,
            "skip_crds",
            false);
    Map<String, Object> required =
        Map.of("helm", Map.of("source", "hashicorp/helm", "version", HelmProvider.VERSION));
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(
              Map.of(
                  "terraform",
                  Map.of("required_providers", required),
                  "provider",
                  Map.of("helm", provider),
                  "resource",
                  Map.of("helm_release", Map.of(name, release))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps can always be written", e);
    }
  }
}
