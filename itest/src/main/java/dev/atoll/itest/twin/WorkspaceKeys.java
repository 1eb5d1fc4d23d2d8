package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.pod.SecretValues;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The LiteLLM key that a running workspace sees: what its Secret has now, where a file is mounted;
 * where the key is an environment variable, or one file mounted by {@code subPath}, what it had
 * when the twin began.
 *
 * <p>A new key is in a Secret at the latest the interval later at which its ExternalSecret is
 * refreshed. Nobody knows when each cluster's operator looked last, so the twin takes the whole
 * range: in the first Region it looks as soon as the key is written, in the last it looked just
 * before, and in one alone, too.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod">Using
 *     Secrets as files</a>
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
final class WorkspaceKeys {

  private static final String KEY = "LITELLM_API_KEY";

  private final Facts facts;
  private final Map<Region, CarriedKey> carried = new TreeMap<>();
  private final Map<Region, Optional<String>> frozen = new TreeMap<>();

  WorkspaceKeys(Facts facts, SecretValues secrets, TwinClock clock) {
    this.facts = facts;
    Map<Region, CarriedSecret> wanted = new TreeMap<>();
    facts.all(CarriedSecret.class).stream()
        .filter(WorkspaceKeys::hasKey)
        .forEach(secret -> wanted.putIfAbsent(secret.object().region(), secret));
    for (CarriedSecret secret : wanted.values()) {
      ObjectName target = target(secret);
      CarriedKey key =
          new CarriedKey(
              () -> secrets.value(target, KEY),
              clock,
              delay(secret, carried.size(), wanted.size()));
      carried.put(secret.object().region(), key);
      if (isFrozen(target)) {
        frozen.put(secret.object().region(), key.value());
      }
    }
  }

  /** Of an interval that cannot be read the operator makes nothing, and never looks again. */
  private static Optional<Duration> delay(CarriedSecret secret, int number, int of) {
    return secret
        .refresh()
        .asOptional()
        .filter(interval -> !interval.isZero())
        .map(interval -> of == 1 ? interval : interval.multipliedBy(number).dividedBy(of - 1));
  }

  Optional<String> in(Region region) {
    return frozen.containsKey(region)
        ? frozen.get(region)
        : Optional.ofNullable(carried.get(region)).flatMap(CarriedKey::value);
  }

  /** Something was done by which the key may be new: if it is, it is on its way. */
  void look() {
    carried.values().forEach(CarriedKey::look);
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
