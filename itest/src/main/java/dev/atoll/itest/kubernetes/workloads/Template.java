package dev.atoll.itest.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The pod template that a Deployment has now, and the ReplicaSet that follows from it.
 *
 * @param deployment as the API has it
 */
record Template(Deployment deployment) {

  private static final String HASH = "pod-template-hash";

  /** The same for the same template. */
  String hash() {
    CRC32 crc = new CRC32();
    crc.update(
        Serialization.asJson(deployment.getSpec().getTemplate()).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(crc.getValue(), 8);
  }

  /** Whether this ReplicaSet came of this template. */
  boolean made(ReplicaSet replicaSet) {
    return hash().equals(replicaSet.getMetadata().getLabels().get(HASH));
  }

  /** With no replicas yet. */
  ReplicaSet replicaSet() {
    return new ReplicaSetBuilder()
        .withNewMetadata()
        .withName(deployment.getMetadata().getName() + "-" + hash())
        .withNamespace(deployment.getMetadata().getNamespace())
        .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .addToLabels(HASH, hash())
        .withOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withName(deployment.getMetadata().getName())
                .withUid(deployment.getMetadata().getUid())
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build())
        .endMetadata()
        .withNewSpec()
        .withReplicas(0)
        .withNewSelectorLike(deployment.getSpec().getSelector())
        .addToMatchLabels(HASH, hash())
        .endSelector()
        .withNewTemplateLike(deployment.getSpec().getTemplate())
        .editMetadata()
        .addToLabels(HASH, hash())
        .endMetadata()
        .endTemplate()
        .endSpec()
        .build();
  }
}
