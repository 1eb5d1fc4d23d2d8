package dev.atoll.itest.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * StatefulSets, and DaemonSets with a pod for each Node object.
 *
 * @param client of an administrator
 */
record Sets(KubernetesClient client) {

  /** Gives it its status. */
  void reconcile(StatefulSet set, boolean ready) {
    int replicas = set.getSpec().getReplicas();
    int available = ready ? replicas : 0;
    // A revision for each generation; the real one is a hash of the template.
    String revision = set.getMetadata().getName() + "-" + set.getMetadata().getGeneration();
    StatefulSetStatus status =
        new StatefulSetStatusBuilder()
            .withObservedGeneration(set.getMetadata().getGeneration())
            .withReplicas(replicas)
            .withCurrentReplicas(replicas)
            .withUpdatedReplicas(replicas)
            .withReadyReplicas(available)
            .withAvailableReplicas(available)
            .withCurrentRevision(revision)
            .withUpdateRevision(revision)
            .build();
    if (!Statuses.says(set.getStatus(), status)) {
      client
          .resource(set)
          .editStatus(now -> new StatefulSetBuilder(now).withStatus(status).build());
    }
  }

  /** Gives it its status. */
  void reconcile(DaemonSet set, boolean ready) {
    int nodes = client.nodes().list().getItems().size();
    int available = ready ? nodes : 0;
    DaemonSetStatus status =
        new DaemonSetStatusBuilder()
            .withObservedGeneration(set.getMetadata().getGeneration())
            .withDesiredNumberScheduled(nodes)
            .withCurrentNumberScheduled(nodes)
            .withUpdatedNumberScheduled(nodes)
            .withNumberMisscheduled(0)
            .withNumberReady(available)
            .withNumberAvailable(available)
            .build();
    if (!Statuses.says(set.getStatus(), status)) {
      client.resource(set).editStatus(now -> new DaemonSetBuilder(now).withStatus(status).build());
    }
  }
}
