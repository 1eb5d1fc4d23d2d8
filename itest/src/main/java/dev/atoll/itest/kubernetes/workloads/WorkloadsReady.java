package dev.atoll.itest.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A stand-in for the workload controllers, the scheduler and the kubelets: says of every workload
 * that its pods run and are ready, so that {@code helm --wait} and Terraform go on. No pod is made.
 *
 * <p>What it does, and what the real ones do, stands in {@code workloads-ready.md} beside this
 * class's resources. Leave it out and nothing becomes ready.
 */
public final class WorkloadsReady implements AutoCloseable {

  /**
   * After so long a workload is looked at again, changed or not: a held one may have been let go.
   */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

  private WorkloadsReady() {}

  /**
   * Watches a cluster until closed; every workload becomes ready.
   *
   * @param client of an administrator; it stays open
   */
  public static WorkloadsReady in(KubernetesClient client) {
    return in(client, workload -> false);
  }

  /**
   * Watches a cluster until closed.
   *
   * @param client of an administrator; it stays open
   * @param heldBack workloads that are seen but whose pods do not become ready; asked again and
   *     again, in other threads
   */
  public static WorkloadsReady in(KubernetesClient client, Predicate<HasMetadata> heldBack) {
    WorkloadsReady watching = new WorkloadsReady();
    Deployments deployments = new Deployments(client);
    Sets sets = new Sets(client);
    watching.watch(
        client.apps().deployments().inAnyNamespace(),
        (Deployment each) -> deployments.reconcile(each, !heldBack.test(each)),
        deployments::removed);
    watching.watch(
        client.apps().statefulSets().inAnyNamespace(),
        (StatefulSet each) -> sets.reconcile(each, !heldBack.test(each)),
        gone -> {});
    watching.watch(
        client.apps().daemonSets().inAnyNamespace(),
        (DaemonSet each) -> sets.reconcile(each, !heldBack.test(each)),
        gone -> {});
    Jobs jobs = new Jobs(client);
    watching.watch(
        client.batch().v1().jobs().inAnyNamespace(),
        (Job each) -> jobs.reconcile(each, !heldBack.test(each)),
        gone -> {});
    Namespaces namespaces = new Namespaces(client);
    watching.watch(client.namespaces(), namespaces::reconcile, gone -> {});
    return watching;
  }

  private <T extends HasMetadata> void watch(
      Informable<T> kind, Consumer<T> reconcile, Consumer<T> removed) {
    informers.add(
        kind.inform(
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(T workload) {
                attempt(reconcile, workload);
              }

              @Override
              public void onUpdate(T before, T workload) {
                attempt(reconcile, workload);
              }

              @Override
              public void onDelete(T workload, boolean stateUnknown) {
                attempt(removed, workload);
              }
            },
            AGAIN.toMillis()));
  }

  // Changed or deleted meanwhile: the next look sees it as it is.
  private static <T> void attempt(Consumer<T> step, T workload) {
    try {
      step.accept(workload);
    } catch (KubernetesClientException overtaken) {
      return;
    }
  }

  /** Stops watching; what was said of the workloads stays. */
  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::close);
  }
}
