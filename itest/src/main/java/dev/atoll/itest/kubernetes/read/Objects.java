package dev.atoll.itest.kubernetes.read;

import dev.atoll.facts.Fact;
import dev.atoll.facts.kubernetes.DisruptionBudget;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.ServiceAccount;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Which kinds of objects are read, and the small ones of them. */
final class Objects {

  private static final String ROLE = "eks.amazonaws.com/role-arn";

  private static final Map<Class<?>, BiFunction<Cluster, HasMetadata, Fact>> KINDS =
      Map.ofEntries(
          kind(Deployment.class, Workloads::deployment),
          kind(StatefulSet.class, Workloads::statefulSet),
          kind(DaemonSet.class, Workloads::daemonSet),
          kind(Job.class, Workloads::job),
          kind(CronJob.class, Workloads::cronJob),
          kind(Service.class, Services::fact),
          kind(NetworkPolicy.class, Policies::fact),
          kind(Namespace.class, Objects::namespace),
          kind(Secret.class, Objects::secret),
          kind(io.fabric8.kubernetes.api.model.ServiceAccount.class, Objects::serviceAccount),
          kind(PodDisruptionBudget.class, Objects::disruptionBudget),
          kind(ResourceQuota.class, Objects::resourceQuota));

  private Objects() {}

  /** The fact that an object is, when its kind is read. */
  static Optional<Fact> fact(Cluster cluster, HasMetadata object) {
    return Optional.ofNullable(KINDS.get(object.getClass()))
        .map(reader -> reader.apply(cluster, object));
  }

  /** An empty map for none. */
  static <K, V> Map<K, V> orNone(Map<K, V> map) {
    return map == null ? Map.of() : map;
  }

  private static <T extends HasMetadata>
      Map.Entry<Class<?>, BiFunction<Cluster, HasMetadata, Fact>> kind(
          Class<T> type, BiFunction<Cluster, T, Fact> reader) {
    return Map.entry(type, (cluster, object) -> reader.apply(cluster, type.cast(object)));
  }

  private static Fact namespace(Cluster cluster, Namespace namespace) {
    return new dev.atoll.facts.kubernetes.Namespace(
        cluster.source(namespace),
        cluster.ref(namespace),
        cluster.name(namespace),
        orNone(namespace.getMetadata().getLabels()));
  }

  private static Fact secret(Cluster cluster, Secret secret) {
    Set<String> keys = new HashSet<>(orNone(secret.getData()).keySet());
    keys.addAll(orNone(secret.getStringData()).keySet());
    return new KubernetesSecret(
        cluster.source(secret),
        cluster.ref(secret),
        cluster.name(secret),
        orNone(secret.getMetadata().getLabels()),
        keys);
  }

  private static Fact serviceAccount(
      Cluster cluster, io.fabric8.kubernetes.api.model.ServiceAccount account) {
    return new ServiceAccount(
        cluster.source(account),
        cluster.ref(account),
        cluster.name(account),
        Optional.ofNullable(orNone(account.getMetadata().getAnnotations()).get(ROLE)));
  }

  private static Fact disruptionBudget(Cluster cluster, PodDisruptionBudget budget) {
    return new DisruptionBudget(
        cluster.source(budget),
        cluster.ref(budget),
        cluster.name(budget),
        budget.getSpec().getSelector() == null
            ? Map.of()
            : orNone(budget.getSpec().getSelector().getMatchLabels()),
        text(budget.getSpec().getMinAvailable()),
        text(budget.getSpec().getMaxUnavailable()));
  }

  private static Optional<String> text(IntOrString amount) {
    return Optional.ofNullable(amount).map(IntOrString::getValue).map(String::valueOf);
  }

  private static Fact resourceQuota(Cluster cluster, ResourceQuota quota) {
    return new dev.atoll.facts.kubernetes.ResourceQuota(
        cluster.source(quota),
        cluster.ref(quota),
        cluster.name(quota),
        orNone(quota.getSpec().getHard()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, limit -> text(limit.getValue()))));
  }

  private static String text(Quantity quantity) {
    return quantity.toString();
  }
}
