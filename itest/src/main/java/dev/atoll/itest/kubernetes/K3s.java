package dev.atoll.itest.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * k3s in a container, by Testcontainers: a whole cluster, with a node that runs pods. It needs a
 * Docker that grants privileged containers. Testcontainers ends it with this JVM.
 */
final class K3s implements Kubernetes {

  static final String IMAGE = "rancher/k3s:v1.33.1-k3s1";

  private final K3sContainer container;
  private final KubernetesClient client;

  private K3s(K3sContainer container) {
    this.container = container;
    this.client = Clients.of(container.getKubeConfigYaml());
  }

  /** Starts it; Testcontainers waits until it answers. */
  static K3s start() {
    K3sContainer container = container();
    try {
      container.start();
      return new K3s(container);
    } catch (RuntimeException e) {
      container.stop();
      throw new KubernetesException(
          "k3s cannot be started in Docker: "
              + e.getMessage()
              + ". It needs privileged containers and the image "
              + IMAGE
              + ". The backend process does without.",
          e);
    }
  }

  static K3sContainer container() {
    return new K3sContainer(DockerImageName.parse(IMAGE));
  }

  @Override
  public URI endpoint() {
    return URI.create(client.getConfiguration().getMasterUrl());
  }

  @Override
  public String kubeconfig() {
    return container.getKubeConfigYaml();
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    container.stop();
  }
}
