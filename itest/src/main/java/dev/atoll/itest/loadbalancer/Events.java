package dev.atoll.itest.loadbalancer;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;

/** Tells a Service what became of it, by the reasons that the controller uses. */
record Events(KubernetesClient kubernetes) {

  static final String RECONCILED = "SuccessfullyReconciled";
  static final String NOT_BUILT = "FailedBuildModel";
  static final String NOT_DEPLOYED = "FailedDeployModel";
  static final String NOT_CLEANED = "FailedCleanup";

  void good(Service about, String reason, String message) {
    tell(about, "Normal", reason, message);
  }

  void bad(Service about, String reason, String message) {
    tell(about, "Warning", reason, message);
  }

  private void tell(Service about, String type, String reason, String message) {
    String now = Instant.now().toString();
    Event event =
        new EventBuilder()
            .withNewMetadata()
            .withGenerateName(about.getMetadata().getName() + ".")
            .withNamespace(about.getMetadata().getNamespace())
            .endMetadata()
            .withNewInvolvedObject()
            .withApiVersion("v1")
            .withKind("Service")
            .withNamespace(about.getMetadata().getNamespace())
            .withName(about.getMetadata().getName())
            .withUid(about.getMetadata().getUid())
            .endInvolvedObject()
            .withType(type)
            .withReason(reason)
            .withMessage(message)
            .withNewSource("atoll-load-balancer-controller-stand-in", null)
            .withFirstTimestamp(now)
            .withLastTimestamp(now)
            .withCount(1)
            .build();
    kubernetes
        .v1()
        .events()
        .inNamespace(about.getMetadata().getNamespace())
        .resource(event)
        .create();
  }
}
