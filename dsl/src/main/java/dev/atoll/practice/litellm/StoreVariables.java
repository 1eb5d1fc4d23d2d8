package dev.atoll.practice.litellm;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.Inspection;
import java.util.List;
import java.util.regex.Pattern;

/** What LiteLLM's pods are given of their stores (LLM-3). */
final class StoreVariables {

  private static final List<String> DATABASE = List.of("DATABASE_URL", "DATABASE_HOST");
  private static final List<String> CACHE =
      List.of("REDIS_URL", "REDIS_HOST", "REDIS_CLUSTER_NODES", "REDIS_SENTINEL_NODES");

  /** What says where a store is, or lets in. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(DATABASE|DIRECT)_URL.*|DATABASE_(HOST|USER(NAME)?|PASSWORD).*"
              + "|REDIS_(URL|HOST|CLUSTER_NODES|SENTINEL_NODES|USERNAME|(SENTINEL_)?PASSWORD)");

  private StoreVariables() {}

  static void judge(Inspection inspection, Facts facts) {
    for (LiteLlmPod pod : LiteLlmPod.all(facts)) {
      inspection.look("workload");
      has(inspection, pod, "PostgreSQL", DATABASE);
      has(inspection, pod, "Redis", CACHE);
      pod.container().effective().values().stream()
          .filter(variable -> TELLING.matcher(variable.name()).matches())
          .forEach(variable -> fromSecret(inspection, pod, variable));
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
  }

  private static void has(
      Inspection inspection, LiteLlmPod pod, String store, List<String> variables) {
    inspection.require(
        Truth.of(variables.stream().anyMatch(name -> pod.variable(name).isPresent())),
        "%s is not told of its %s by any of %s".formatted(pod, store, String.join(", ", variables)),
        pod.workload().source());
  }

  private static void fromSecret(
      Inspection inspection, LiteLlmPod pod, EnvironmentVariable variable) {
    inspection.require(
        Truth.of(variable.from() instanceof SecretKey),
        "%s of %s does not come from a Secret".formatted(variable.name(), pod),
        pod.workload().source());
  }
}
