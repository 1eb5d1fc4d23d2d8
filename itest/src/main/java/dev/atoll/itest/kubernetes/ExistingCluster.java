package dev.atoll.itest.kubernetes;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A cluster that is there, reached by a kubeconfig. It is only read, unless it is told to be
 * writable; closing it ends nothing but our client.
 */
public final class ExistingCluster implements Kubernetes {

  private final String kubeconfig;
  private final boolean writable;
  private final KubernetesClient client;

  private ExistingCluster(String kubeconfig, boolean writable, KubernetesClient client) {
    this.kubeconfig = kubeconfig;
    this.writable = writable;
    this.client = client;
  }

  /**
   * A cluster to be read: its client refuses every other request.
   *
   * @param kubeconfig YAML; its current context is used
   */
  public static ExistingCluster readOnly(String kubeconfig) {
    return new ExistingCluster(
        kubeconfig, false, Clients.reading(Config.fromKubeconfig(kubeconfig)));
  }

  /**
   * A cluster to be read, of a file that may know several. What the file names beside itself, such
   * as certificates and programs for credentials, is found as {@code kubectl} finds it.
   *
   * @param context which of them
   * @throws KubernetesException when the file has no such context
   * @throws IOException when it cannot be read
   */
  public static ExistingCluster readOnly(Path file, String context) throws IOException {
    String kubeconfig = Files.readString(file);
    Config config = Config.fromKubeconfig(context, file.toFile());
    List<String> contexts = config.getContexts().stream().map(NamedContext::getName).toList();
    if (!contexts.contains(context)) {
      throw new KubernetesException("there is no such context; there is %s".formatted(contexts));
    }
    return new ExistingCluster(kubeconfig, false, Clients.reading(config));
  }

  /**
   * A cluster that may be changed.
   *
   * @param kubeconfig YAML; its current context is used
   */
  public static ExistingCluster writable(String kubeconfig) {
    return new ExistingCluster(kubeconfig, true, Clients.of(kubeconfig));
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
