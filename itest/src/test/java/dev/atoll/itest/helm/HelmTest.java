package dev.atoll.itest.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.kubernetes.workloads.WorkloadsReady;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Helm against a real API, with and without the stand-in for what makes workloads ready. */
class HelmTest {

  private static final Path CHART =
      Path.of("src", "test", "resources", "dev", "atoll", "itest", "helm", "pair");

  private static final Duration LONG = Duration.ofSeconds(60);

  private static ApiServer cluster;
  private static Helm helm;

  @BeforeAll
  static void start() {
    cluster = ApiServer.start(line -> {});
    helm = Helm.of(cluster.kubeconfig(), System.err::println);
  }

  @AfterAll
  static void end() {
    helm.close();
    cluster.close();
  }

  @Test
  void aReleaseBecomesReadyAndIsUpgradedInPlace() {
    KubernetesClient client = cluster.client();
    watched(
        none -> false,
        () -> {
          Release release = Release.of("one", "first", CHART).waiting(LONG);

          Installed installed = helm.upgradeInstall(release);
          assertThat(installed)
              .isEqualTo(new Installed("one", "first", 1, "deployed", "pair-0.1.0"));
          assertThat(helm.status("one", "first").deployed()).isTrue();
          assertThat(
                  client
                      .apps()
                      .deployments()
                      .inNamespace("first")
                      .withName("one-web")
                      .get()
                      .getStatus())
              .satisfies(
                  status -> {
                    assertThat(status.getReadyReplicas()).isEqualTo(2);
                    assertThat(status.getConditions())
                        .anyMatch(
                            each ->
                                each.getType().equals("Available")
                                    && each.getStatus().equals("True"));
                  });

          // A Job's template cannot be changed.
          Map<String, ?> newer = Map.of("image", "example.com/none:2", "replicas", 3, "job", false);
          assertThat(helm.upgradeInstall(release.with(newer)).revision()).isEqualTo(2);
          assertThat(client.apps().replicaSets().inNamespace("first").list().getItems())
              .extracting(each -> each.getSpec().getReplicas())
              .containsExactlyInAnyOrder(0, 3);

          helm.uninstall("one", "first");
          await()
              .atMost(Duration.ofSeconds(10))
              .until(
                  () ->
                      client.apps().replicaSets().inNamespace("first").list().getItems().isEmpty());
          assertThat(helm.list()).extracting(Installed::name).doesNotContain("one");
        });
  }

  @Test
  void withoutTheStandInNothingBecomesReady() {
    Release release = Release.of("two", "second", CHART).waiting(Duration.ofSeconds(4));

    assertThatThrownBy(() -> helm.upgradeInstall(release))
        .isInstanceOf(HelmException.class)
        .hasMessageContaining("helm upgrade --install")
        .hasMessageContaining("context deadline exceeded");
    assertThat(helm.status("two", "second").status()).isEqualTo("failed");
    assertThat(helm.list()).extracting(Installed::name).contains("two");
  }

  @Test
  void aWorkloadThatIsHeldBackKeepsTheReleaseWaiting() {
    for (String held : new String[] {"web", "store", "migrate"}) {
      String name = "held-" + held;
      Release release = Release.of(name, name, CHART);
      watched(
          workload -> workload.getMetadata().getName().equals(name + "-" + held),
          () ->
              assertThatThrownBy(() -> helm.upgradeInstall(release.waiting(Duration.ofSeconds(6))))
                  .as(held)
                  .hasMessageContaining("context deadline exceeded"));
      watched(
          none -> false,
          () ->
              assertThat(helm.upgradeInstall(release.waiting(LONG)).deployed()).as(held).isTrue());
    }
  }

  private static void watched(Predicate<HasMetadata> heldBack, Runnable body) {
    WorkloadsReady ready = WorkloadsReady.in(cluster.client(), heldBack);
    try {
      body.run();
    } finally {
      ready.close();
    }
  }

  @Test
  void aChartIsRenderedAndJudged() {
    Release release = Release.of("three", "third", CHART);
    assertThat(helm.template(release)).contains("name: three-web", "replicas: 2");
    assertThat(helm.template(release.with(Map.of("replicas", 7)))).contains("replicas: 7");
    assertThat(helm.lint(release)).anyMatch(line -> line.contains("0 chart(s) failed"));

    Release broken = release.with(Map.of("image", ""));
    assertThatThrownBy(() -> helm.template(broken)).hasMessageContaining("image says what runs");
    // Lint takes what is required for given; what is no YAML it refuses.
    assertThatThrownBy(() -> helm.lint(release.with(Map.of("image", "a: b: c"))))
        .hasMessageContaining("1 chart(s) failed");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> helm.status("nothing", "default"))
        .isInstanceOf(HelmException.class)
        .hasMessageContaining("release: not found");
  }
}
