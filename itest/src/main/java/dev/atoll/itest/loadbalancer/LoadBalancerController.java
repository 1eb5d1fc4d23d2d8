package dev.atoll.itest.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsAccount;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Stand-in "AWS Load Balancer Controller": watches the Services of one cluster and makes, on the
 * emulator, the network load balancers that they ask for. {@link ServiceModel} says what is made of
 * which Service; the table {@code cases.txt} beside it, what that rests on.
 *
 * <p>Left out: target registration and pod readiness gates (there are no pods), the
 * TargetGroupBinding objects by which the controller tells itself what to register, its webhooks,
 * Ingresses, shields and endpoint services.
 */
public final class LoadBalancerController implements AutoCloseable {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(16);
  private static final Duration NODES = Duration.ofSeconds(2);

  private final KubernetesClient kubernetes;
  private final Reconciler reconciler;
  private final BooleanSupplier runs;
  private final ScheduledExecutorService worker;
  private final Map<String, ScheduledFuture<?>> due = new HashMap<>();
  private final SharedIndexInformer<Service> services;
  private final ScheduledFuture<?> nodes;

  private LoadBalancerController(KubernetesClient kubernetes, Aws aws, BooleanSupplier runs) {
    this.kubernetes = kubernetes;
    this.reconciler = new Reconciler(kubernetes, aws);
    this.runs = runs;
    this.worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "load-balancer-controller-" + aws.cluster());
              thread.setDaemon(true);
              return thread;
            });
    this.services = kubernetes.services().inAnyNamespace().inform(new Changes());
    this.nodes =
        worker.scheduleWithFixedDelay(
            this::admitAtNodes, NODES.toMillis(), NODES.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Starts one that runs until it is closed.
   *
   * @param kubernetes the cluster, as an administrator
   * @param account the emulator; never a real account, where load balancers cost money
   * @param region the cluster's Region
   * @param cluster the cluster's name in EKS; it need not be there yet
   */
  public static LoadBalancerController start(
      KubernetesClient kubernetes, AwsAccount account, Region region, String cluster) {
    return start(kubernetes, account, region, cluster, () -> true);
  }

  /**
   * Starts one that does nothing while it is not installed in its cluster, as the real one.
   *
   * @param runs asked before every deed: whether the controller's Deployment is there
   */
  public static LoadBalancerController start(
      KubernetesClient kubernetes,
      AwsAccount account,
      Region region,
      String cluster,
      BooleanSupplier runs) {
    return new LoadBalancerController(kubernetes, new Aws(account, region, cluster), runs);
  }

  /** Whether the cluster has the Deployment that the controller's own chart makes. */
  public static BooleanSupplier installedIn(KubernetesClient kubernetes) {
    return () ->
        kubernetes
                .apps()
                .deployments()
                .inNamespace("kube-system")
                .withName("aws-load-balancer-controller")
                .get()
            != null;
  }

  /** Stops it; what it made stays. */
  @Override
  public void close() {
    services.stop();
    nodes.cancel(false);
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The load balancer controller does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is due already is replaced: the newest look at a Service is the only one needed. */
  private synchronized void soon(String namespace, String name, Duration after, Duration retry) {
    if (worker.isShutdown()) {
      return;
    }
    ScheduledFuture<?> next =
        worker.schedule(
            () -> reconcile(namespace, name, retry), after.toMillis(), TimeUnit.MILLISECONDS);
    ScheduledFuture<?> former = due.put(namespace + "/" + name, next);
    if (former != null) {
      former.cancel(false);
    }
  }

  private void reconcile(String namespace, String name, Duration retry) {
    boolean done;
    try {
      Service service = kubernetes.services().inNamespace(namespace).withName(name).get();
      done = service == null || (runs.getAsBoolean() && reconciler.reconcile(service));
    } catch (KubernetesClientException e) {
      // Somebody else wrote first, or the API was away for a moment.
      done = false;
    }
    if (!done) {
      Duration longer = retry.multipliedBy(2);
      soon(namespace, name, retry, longer.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : longer);
    }
  }

  private void admitAtNodes() {
    try {
      if (runs.getAsBoolean()) {
        reconciler.admitAtNodes();
      }
    } catch (SdkException | KubernetesClientException | IllegalStateException e) {
      // An exception would end the schedule; the next turn tries again.
    }
  }

  private final class Changes implements ResourceEventHandler<Service> {

    @Override
    public void onAdd(Service service) {
      changed(service);
    }

    /** What it writes itself, the status, is no reason to look again. */
    @Override
    public void onUpdate(Service before, Service after) {
      boolean same =
          Objects.equals(before.getSpec(), after.getSpec())
              && Objects.equals(
                  before.getMetadata().getAnnotations(), after.getMetadata().getAnnotations())
              && Objects.equals(
                  before.getMetadata().getDeletionTimestamp(),
                  after.getMetadata().getDeletionTimestamp());
      if (!same) {
        changed(after);
      }
    }

    @Override
    public void onDelete(Service service, boolean stateUnknown) {}

    private void changed(Service service) {
      soon(
          service.getMetadata().getNamespace(),
          service.getMetadata().getName(),
          Duration.ZERO,
          FIRST_RETRY);
    }
  }
}
