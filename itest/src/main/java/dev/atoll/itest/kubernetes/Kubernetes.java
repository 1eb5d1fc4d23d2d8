package dev.atoll.itest.kubernetes;

import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.backend.Docker;
import dev.atoll.itest.process.Progress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;

/** A cluster to test against, wherever it runs. */
public interface Kubernetes extends AutoCloseable {

  /**
   * Starts an empty cluster.
   *
   * @param backend k3s in a container, or kube-apiserver and etcd as processes
   * @param progress hears what was picked, and of what takes its time
   * @throws KubernetesException when it cannot be started
   * @throws dev.atoll.itest.backend.BackendException when Docker was asked for and cannot be had
   */
  static Kubernetes start(Backend backend, Progress progress) {
    return backend.start(
        () -> Docker.ofMachine(K3s.IMAGE, progress),
        progress,
        K3s::start,
        () -> ApiServer.start(progress));
  }

  /** Where its API answers. */
  URI endpoint();

  /** A kubeconfig of an administrator, YAML, with one context. */
  String kubeconfig();

  /** A client of an administrator; it is closed with the cluster. */
  KubernetesClient client();

  /** Ends what was started for it, and deletes what that wrote. */
  @Override
  void close();
}
