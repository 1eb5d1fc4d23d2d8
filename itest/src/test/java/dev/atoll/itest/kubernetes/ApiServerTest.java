package dev.atoll.itest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.ChildJvm;
import dev.atoll.itest.process.Progress;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Clusters start side by side, answer for real, and end for certain. */
class ApiServerTest {

  private static final Progress ALOUD = System.err::println;

  /** Starts a cluster, says its process ids and its folder, and waits to be killed. */
  static final class Starter {
    public static void main(String[] arguments) throws InterruptedException {
      ApiServer server = ApiServer.start(line -> {});
      System.out.println(
          String.join(",", server.pids().stream().map(String::valueOf).toList())
              + " "
              + server.log().getParent());
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  @Test
  void twoClustersKnowNothingOfEachOther() {
    try (ApiServer one = ApiServer.start(ALOUD);
        ApiServer other = ApiServer.start(ALOUD)) {
      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
      assertThat(one.client().getKubernetesVersion().getGitVersion()).startsWith("v1.33.");

      one.client().resource(namespace("here")).create();

      assertThat(namespaces(one)).contains("here", "default", "kube-system");
      assertThat(namespaces(other)).contains("default").doesNotContain("here");
    }
  }

  @Test
  void itsKubeconfigIsAnAdministratorsAndAWrongTokenIsRefused() {
    try (ApiServer server = ApiServer.start(line -> {})) {
      try (KubernetesClient client = client(server.kubeconfig())) {
        assertThat(client.namespaces().list().getItems()).isNotEmpty();
      }
      Connection connection = server.connection();
      Connection stranger =
          new Connection(connection.endpoint(), connection.certificateAuthority(), "stranger");
      try (KubernetesClient client = stranger.client()) {
        assertThatThrownBy(() -> client.namespaces().list())
            .isInstanceOfSatisfying(
                KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(401));
      }
    }
  }

  @Test
  void anotherCertificateAuthorityIsNotTrusted() {
    try (ApiServer one = ApiServer.start(line -> {});
        ApiServer other = ApiServer.start(line -> {})) {
      Connection mixed =
          new Connection(
              one.endpoint(), other.connection().certificateAuthority(), one.connection().token());
      try (KubernetesClient client = mixed.client()) {
        assertThatThrownBy(() -> client.namespaces().withName("default").get())
            .hasStackTraceContaining("SSLHandshakeException");
      }
    }
  }

  @Test
  void itListensOnLoopbackAlone() {
    try (ApiServer server = ApiServer.start(line -> {})) {
      assertThat(server.endpoint().getHost()).isEqualTo("127.0.0.1");
      assertThat(ListeningSockets.of(server.pids()))
          .hasSizeGreaterThanOrEqualTo(3)
          .allMatch(address -> address.isLoopbackAddress());
    }
  }

  @Test
  void closingEndsTheProcessesAndDeletesWhatTheyWrote() {
    ApiServer server = ApiServer.start(line -> {});
    List<ProcessHandle> processes = alive(server.pids());
    assertThat(processes).hasSizeGreaterThanOrEqualTo(2);
    Path folder = server.log().getParent();
    assertThat(folder).exists();

    server.close();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    assertThat(folder).doesNotExist();
  }

  @Test
  void aKilledJvmLeavesNoProcess() throws IOException {
    try (ChildJvm jvm = new ChildJvm(Starter.class)) {
      String[] said = jvm.line().split(" ", 2);
      List<ProcessHandle> processes =
          alive(Arrays.stream(said[0].split(",")).map(Long::valueOf).toList());
      assertThat(processes).hasSizeGreaterThanOrEqualTo(2);

      jvm.kill();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
      Folders.delete(Path.of(said[1]));
    }
  }

  @Test
  void aFlagThatDoesNotExistIsSaidWithTheServersOwnWordsAndOnlyTheLogsStay() throws IOException {
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

    Throwable thrown =
        catchThrowable(
            () ->
                ApiServer.start(
                    ControlPlane.install(line -> {}), List.of("--no-such-flag"), line -> {}));

    assertThat(thrown)
        .isInstanceOf(KubernetesException.class)
        .hasMessageContaining("ended while starting")
        .hasMessageContaining("no-such-flag");
    Matcher logs = Pattern.compile("Logs: (\\S+)\\. ").matcher(thrown.getMessage());
    assertThat(logs.find()).isTrue();
    assertThat(Path.of(logs.group(1)).resolve("kube-apiserver.log")).exists();
    Folders.delete(Path.of(logs.group(1)));
    assertThat(ProcessHandle.current().descendants().toList()).isSubsetOf(before);
  }

  private static List<ProcessHandle> alive(List<Long> pids) {
    return pids.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private static KubernetesClient client(String kubeconfig) {
    return new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
  }

  private static List<String> namespaces(ApiServer server) {
    return server.client().namespaces().list().getItems().stream()
        .map(namespace -> namespace.getMetadata().getName())
        .toList();
  }

  private static Namespace namespace(String name) {
    return new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
  }
}
