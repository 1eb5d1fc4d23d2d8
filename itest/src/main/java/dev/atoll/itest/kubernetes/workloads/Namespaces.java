package dev.atoll.itest.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Namespaces: one that is deleted goes once nothing is in it that others must take down first.
 *
 * @param client of an administrator
 */
record Namespaces(KubernetesClient client) {

  /** Empties a namespace that is being deleted, and lets it go when its Services are gone. */
  void reconcile(Namespace namespace) {
    if (!namespace.isMarkedForDeletion() || namespace.getSpec().getFinalizers().isEmpty()) {
      return;
    }
    String name = namespace.getMetadata().getName();
    client.apps().deployments().inNamespace(name).delete();
    client.batch().v1().cronjobs().inNamespace(name).delete();
    client.services().inNamespace(name).delete();
    if (client.services().inNamespace(name).list().getItems().isEmpty()) {
      client.raw(
          "/api/v1/namespaces/" + name + "/finalize",
          "PUT",
          new NamespaceBuilder(namespace).editSpec().withFinalizers().endSpec().build());
    }
  }
}
