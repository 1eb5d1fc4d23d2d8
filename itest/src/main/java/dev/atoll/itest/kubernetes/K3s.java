package dev.atoll.itest.kubernetes;

import dev.atoll.itest.backend.Capabilities;
import dev.atoll.itest.backend.Causes;
import dev.atoll.itest.backend.Hold;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.List;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * k3s in a container, by Testcontainers: a whole cluster, with a node that runs pods. It needs a
 * Docker that grants privileged containers. It ends with this JVM.
 */
final class K3s implements Kubernetes {

  static final String IMAGE = "rancher/k3s:v1.33.1-k3s1";

  private final K3sContainer container;
  private final Hold hold;
  private final KubernetesClient client;

  private K3s(K3sContainer container) {
    this.container = container;
    this.hold = Hold.on(container.getContainerId());
    this.client = Clients.of(container.getKubeConfigYaml());
  }

  /** Starts it; Testcontainers waits until it answers. */
  static K3s start() {
    try {
      return start(new K3sContainer(DockerImageName.parse(IMAGE)));
    } catch (RuntimeException e) {
      throw new KubernetesException(
          "k3s cannot be started in Docker: "
              + reason(Causes.innermost(e), Capabilities.withheld()),
          e);
    }
  }

  private static K3s start(K3sContainer container) {
    try {
      container.start();
      return new K3s(container);
    } catch (RuntimeException e) {
      container.stop();
      throw e;
    }
  }

  static String reason(String said, List<String> withheld) {
    return withheld.isEmpty()
        ? "%s. It takes a privileged container. The backend process does without.".formatted(said)
        : "it takes a privileged container, and this machine withholds %s (%s). The backend process does without."
            .formatted(String.join(", ", withheld), said);
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
    hold.close();
  }
}
