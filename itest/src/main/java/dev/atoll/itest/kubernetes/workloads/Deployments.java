package dev.atoll.itest.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/**
 * Deployments, each with a ReplicaSet for every template it had; the newest has all the replicas.
 *
 * @param client of an administrator
 */
record Deployments(KubernetesClient client) {

  /** Gives it its ReplicaSet and its status. */
  void reconcile(Deployment deployment, boolean ready) {
    int replicas = deployment.getSpec().getReplicas();
    int available = ready ? replicas : 0;
    Template template = new Template(deployment);
    List<ReplicaSet> owned = owned(deployment);
    owned.stream().filter(old -> !template.made(old)).forEach(old -> scale(old, 0, 0));
    scale(
        owned.stream()
            .filter(template::made)
            .findFirst()
            .orElseGet(() -> client.resource(template.replicaSet()).create()),
        replicas,
        available);
    DeploymentStatus status = status(deployment, replicas, available);
    if (!Statuses.says(deployment.getStatus(), status)) {
      client
          .resource(deployment)
          .editStatus(now -> new DeploymentBuilder(now).withStatus(status).build());
    }
  }

  /** What the garbage collector does. */
  void removed(Deployment deployment) {
    owned(deployment).forEach(owned -> client.resource(owned).delete());
  }

  private List<ReplicaSet> owned(Deployment deployment) {
    String owner = deployment.getMetadata().getUid();
    return client
        .apps()
        .replicaSets()
        .inNamespace(deployment.getMetadata().getNamespace())
        .list()
        .getItems()
        .stream()
        .filter(each -> each.getOwnerReferenceFor(owner).isPresent())
        .toList();
  }

  private void scale(ReplicaSet replicaSet, int replicas, int available) {
    ReplicaSet scaled =
        replicaSet.getSpec().getReplicas() == replicas
            ? replicaSet
            : client
                .resource(replicaSet)
                .edit(
                    now ->
                        new ReplicaSetBuilder(now)
                            .editSpec()
                            .withReplicas(replicas)
                            .endSpec()
                            .build());
    ReplicaSetStatus status =
        new ReplicaSetStatusBuilder()
            .withReplicas(replicas)
            .withFullyLabeledReplicas(replicas)
            .withReadyReplicas(available)
            .withAvailableReplicas(available)
            .withObservedGeneration(scaled.getMetadata().getGeneration())
            .build();
    if (!Statuses.says(scaled.getStatus(), status)) {
      client
          .resource(scaled)
          .editStatus(now -> new ReplicaSetBuilder(now).withStatus(status).build());
    }
  }

  private static DeploymentStatus status(Deployment deployment, int replicas, int available) {
    boolean all = available == replicas;
    return new DeploymentStatusBuilder()
        .withObservedGeneration(deployment.getMetadata().getGeneration())
        .withReplicas(replicas)
        .withUpdatedReplicas(replicas)
        .withReadyReplicas(available)
        .withAvailableReplicas(available)
        .withUnavailableReplicas(replicas - available)
        .withConditions(
            condition(
                "Available", all, all ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable"),
            condition("Progressing", true, all ? "NewReplicaSetAvailable" : "ReplicaSetUpdated"))
        .build();
  }

  private static DeploymentCondition condition(String type, boolean holds, String reason) {
    return new DeploymentConditionBuilder()
        .withType(type)
        .withStatus(holds ? "True" : "False")
        .withReason(reason)
        .build();
  }
}
