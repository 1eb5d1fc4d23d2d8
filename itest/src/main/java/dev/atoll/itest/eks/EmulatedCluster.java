package dev.atoll.itest.eks;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.kubernetes.Kubernetes;
import dev.atoll.itest.kubernetes.secrets.ExternalSecretsOperator;
import dev.atoll.itest.kubernetes.workloads.WorkloadsReady;
import dev.atoll.itest.loadbalancer.LoadBalancerController;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * What runs for one cluster of the emulator: a real Kubernetes API, and stand-ins for what would
 * run in it. It is started before its cluster is made in EKS: Terraform makes that, and asks the
 * API right after.
 */
public final class EmulatedCluster implements AutoCloseable {

  private final Region region;
  private final String name;
  private final EksApi api;
  private final WorkloadsReady workloads;
  private final LoadBalancerController loadBalancers;
  private final ExternalSecretsOperator secrets;

  /**
   * Starts the stand-ins of a cluster.
   *
   * @param region its Region
   * @param name its name in EKS
   * @param api its API, which ends with it
   * @param account where its load balancers are made
   */
  EmulatedCluster(Region region, String name, EksApi api, AwsAccount account) {
    KubernetesClient client = api.server().client();
    this.region = region;
    this.name = name;
    this.api = api;
    this.workloads = WorkloadsReady.in(client);
    this.loadBalancers =
        LoadBalancerController.start(
            client, account, region, name, LoadBalancerController.installedIn(client));
    this.secrets = ExternalSecretsOperator.start(client, account);
  }

  /** Where it is. */
  public Region region() {
    return region;
  }

  /** Its name in EKS. */
  public String name() {
    return name;
  }

  /** Its Kubernetes API, as an administrator. */
  public Kubernetes kubernetes() {
    return api.server();
  }

  void carrySecrets() {
    secrets.carryNow();
  }

  @Override
  public void close() {
    secrets.close();
    loadBalancers.close();
    workloads.close();
    api.close();
  }
}
