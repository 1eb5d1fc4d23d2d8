package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.twin.pod.SecretValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The LiteLLM key that a running workspace sees: what a mounted file has now; where the key is an
 * environment variable, or one file mounted by {@code subPath}, what it had when the twin began.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod">Using
 *     Secrets as files</a>
 */
final class WorkspaceKeys {

  private static final String KEY = "LITELLM_API_KEY";

  private final Facts facts;
  private final SecretValues secrets;
  private final Map<ObjectName, String> atFirst = new HashMap<>();

  WorkspaceKeys(Facts facts, SecretValues secrets) {
    this.facts = facts;
    this.secrets = secrets;
    facts.all(CarriedSecret.class).stream()
        .filter(WorkspaceKeys::hasKey)
        .map(WorkspaceKeys::target)
        .forEach(
            secret -> secrets.value(secret, KEY).ifPresent(value -> atFirst.put(secret, value)));
  }

  Optional<String> in(Region region) {
    return facts.all(CarriedSecret.class).stream()
        .filter(each -> each.object().region().equals(region) && hasKey(each))
        .map(WorkspaceKeys::target)
        .findFirst()
        .flatMap(
            secret ->
                isFrozen(secret)
                    ? Optional.ofNullable(atFirst.get(secret))
                    : secrets.value(secret, KEY));
  }

  private static boolean hasKey(CarriedSecret secret) {
    return secret.from().containsKey(KEY);
  }

  private static ObjectName target(CarriedSecret secret) {
    return new ObjectName(secret.object().region(), secret.object().namespace(), secret.target());
  }

  /** Whether a workload beside it has it in a way that never changes while a pod runs. */
  private boolean isFrozen(ObjectName secret) {
    return facts.all(Workload.class).stream()
        .filter(workload -> workload.object().besides(secret))
        .anyMatch(workload -> isVariable(workload, secret) || isSubPath(workload, secret));
  }

  private static boolean isVariable(Workload workload, ObjectName secret) {
    return workload.containers().stream()
        .flatMap(container -> container.environment().stream())
        .anyMatch(
            variable ->
                variable.from() instanceof SecretKey from && from.secret().equals(secret.name()));
  }

  private static boolean isSubPath(Workload workload, ObjectName secret) {
    return workload.volumes().stream()
        .filter(volume -> volume.secret().filter(secret.name()::equals).isPresent())
        .anyMatch(
            volume ->
                workload.containers().stream()
                    .flatMap(container -> container.mounts().stream())
                    .anyMatch(
                        mount ->
                            mount.volume().equals(volume.name()) && mount.subPath().isPresent()));
  }
}
