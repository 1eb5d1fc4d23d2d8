package dev.atoll.itest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody's cluster is read, and changed only when that was said. */
class ExistingClusterTest {

  private static final Namespace OURS =
      new NamespaceBuilder().withNewMetadata().withName("ours").endMetadata().build();

  private static ApiServer there;

  @BeforeAll
  static void start() {
    there = ApiServer.start(line -> {});
  }

  @AfterAll
  static void end() {
    there.close();
  }

  @Test
  void itIsReadAndNothingIsSentThatChangesIt() {
    try (ExistingCluster cluster = ExistingCluster.readOnly(there.kubeconfig())) {
      assertThat(cluster.endpoint()).hasToString(there.endpoint() + "/");
      assertThat(cluster.client().namespaces().list().getItems()).isNotEmpty();
      assertThatThrownBy(() -> cluster.client().resource(OURS).create())
          .hasStackTraceContaining("POST /api/v1/namespaces was not sent");
      assertThatThrownBy(() -> cluster.client().namespaces().withName("default").delete())
          .hasStackTraceContaining("DELETE /api/v1/namespaces/default was not sent");
      assertThat(there.client().resource(OURS).get()).isNull();
      assertThatThrownBy(cluster::kubeconfig)
          .isInstanceOf(KubernetesException.class)
          .hasMessageContaining("Say writable");
    }
  }

  @Test
  void aWritableOneIsChangedAndOutlivesUs() {
    try (ExistingCluster cluster = ExistingCluster.writable(there.kubeconfig())) {
      cluster.client().namespaces().resource(other()).create();
      assertThat(cluster.kubeconfig()).isEqualTo(there.kubeconfig());
    }
    assertThat(there.client().resource(other()).get()).isNotNull();
  }

  private static Namespace other() {
    return new NamespaceBuilder().withNewMetadata().withName("other").endMetadata().build();
  }
}
