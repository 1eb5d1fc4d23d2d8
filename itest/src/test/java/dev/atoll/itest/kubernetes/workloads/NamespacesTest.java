package dev.atoll.itest.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atoll.itest.junit.Infrastructure;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@Infrastructure
class NamespacesTest {

  private static final String FINALIZER = "example.com/load-balancer";

  @Test
  void aDeletedNamespaceGoesOnceItsServicesAreGone(
      KubernetesClient cluster, WorkloadsReady playing) {
    assertThat(playing).isNotNull();
    cluster.resource(named("shop")).create();
    cluster
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("front")
                .withFinalizers(FINALIZER)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(443)
                .endPort()
                .endSpec()
                .build())
        .create();
    cluster.namespaces().withName("shop").delete();

    // Somebody still has to take the load balancer down.
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(8))
        .until(() -> cluster.namespaces().withName("shop").get() != null);
    cluster
        .services()
        .inNamespace("shop")
        .withName("front")
        .edit(
            front ->
                new ServiceBuilder(front)
                    .editMetadata()
                    .withFinalizers(List.of())
                    .endMetadata()
                    .build());

    await().until(() -> cluster.namespaces().withName("shop").get() == null);
  }

  private static Namespace named(String name) {
    return new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
  }
}
