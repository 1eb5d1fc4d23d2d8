package dev.atoll.itest.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;

/** A cluster to test against, wherever it runs. */
public interface Kubernetes extends AutoCloseable {

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
