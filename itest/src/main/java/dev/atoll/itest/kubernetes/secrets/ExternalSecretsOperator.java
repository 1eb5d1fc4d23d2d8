package dev.atoll.itest.kubernetes.secrets;

import dev.atoll.itest.aws.AwsAccount;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A stand-in for the External Secrets Operator: fills the Secrets of one cluster from the Secrets
 * Manager of an emulator, as its ExternalSecrets ask. What it does and what it leaves out stands in
 * {@code external-secrets.md} beside it. It does nothing while the operator is not installed.
 */
public final class ExternalSecretsOperator implements AutoCloseable {

  private static final String API = "external-secrets.io/v1";
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int SECONDS_TO_CARRY = 60;

  private final KubernetesClient client;
  private final Carrying carrying;
  private final ScheduledExecutorService worker;
  private final ScheduledFuture<?> turns;

  private ExternalSecretsOperator(KubernetesClient client, AwsAccount account) {
    this.client = client;
    this.carrying = new Carrying(client, account);
    this.worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "external-secrets-operator");
              thread.setDaemon(true);
              return thread;
            });
    this.turns =
        worker.scheduleWithFixedDelay(this::carryAll, 0, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Starts one that runs until it is closed.
   *
   * @param client of an administrator of the cluster; it stays open
   * @param account the emulator's
   */
  public static ExternalSecretsOperator start(KubernetesClient client, AwsAccount account) {
    return new ExternalSecretsOperator(client, account);
  }

  /** Carries at once, and waits for it: for those whose time does not wait for the next turn. */
  public void carryNow() {
    try {
      worker.submit(this::carryAll).get(SECONDS_TO_CARRY, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The stand-in for external secrets does not carry", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carryAll() {
    try {
      if (isInstalled()) {
        client
            .genericKubernetesResources(API, "ExternalSecret")
            .inAnyNamespace()
            .list()
            .getItems()
            .forEach(this::carry);
      }
    } catch (KubernetesClientException away) {
      // The API is busy, or has no such kind yet: the next turn tries again.
      return;
    }
  }

  private boolean isInstalled() {
    return client.apps().deployments().inAnyNamespace().list().getItems().stream()
        .anyMatch(each -> each.getMetadata().getName().equals("external-secrets"));
  }

  // One that cannot be filled keeps no other from being filled.
  private void carry(GenericKubernetesResource wanted) {
    try {
      carrying.carry(wanted);
    } catch (SdkException | KubernetesClientException | IllegalArgumentException later) {
      return;
    }
  }

  /** Stops it; the Secrets stay. */
  @Override
  public void close() {
    turns.cancel(false);
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The stand-in for external secrets does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
