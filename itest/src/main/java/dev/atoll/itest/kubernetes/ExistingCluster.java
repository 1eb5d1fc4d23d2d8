package dev.atoll.itest.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;

/**
 * A cluster that is there, reached by a kubeconfig. It is only read, unless it is told to be
 * writable; closing it ends nothing but our client.
 */
public final class ExistingCluster implements Kubernetes {

  private final String kubeconfig;
  private final boolean writable;
  private final KubernetesClient client;

  private ExistingCluster(String kubeconfig, boolean writable) {
    this.kubeconfig = kubeconfig;
    this.writable = writable;
    this.client = writable ? Clients.of(kubeconfig) : Clients.reading(kubeconfig);
  }

  /**
   * A cluster to be read: its client refuses every other request.
   *
   * @param kubeconfig YAML; its current context is used
   */
  public static ExistingCluster readOnly(String kubeconfig) {
    return new ExistingCluster(kubeconfig, false);
  }

  /**
   * A cluster that may be changed.
   *
   * @param kubeconfig YAML; its current context is used
   */
  public static ExistingCluster writable(String kubeconfig) {
    return new ExistingCluster(kubeconfig, true);
  }

  @Override
  public URI endpoint() {
    return URI.create(client.getConfiguration().getMasterUrl());
  }

  /**
   * The kubeconfig as it was given.
   *
   * @throws KubernetesException when the cluster is only to be read: programs would write with it
   */
  @Override
  public String kubeconfig() {
    if (!writable) {
      throw new KubernetesException(
          endpoint()
              + " is only to be read, so no program gets its kubeconfig. Say writable when changes"
              + " are meant.");
    }
    return kubeconfig;
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }
}
