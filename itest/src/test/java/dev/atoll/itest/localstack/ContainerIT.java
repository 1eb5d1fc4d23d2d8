package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.backend.BackendException;
import dev.atoll.itest.kubernetes.Kubernetes;
import dev.atoll.itest.kubernetes.KubernetesException;
import dev.atoll.itest.process.ChildJvm;
import dev.atoll.itest.process.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;

/**
 * The emulator in a container, from its start to its end. Needs a Docker engine that has the image
 * or can pull it, so that no ordinary build runs it.
 */
class ContainerIT {

  /** Starts an emulator, says where it answers and what it wrote, and waits to be killed. */
  static final class Starter {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(LocalStack.start(Backend.DOCKER, line -> {}).endpoint());
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  @Test
  void itAnswersOnLoopbackAloneAndLeavesNothing() {
    Path log;
    URI endpoint;
    try (LocalStack emulator = LocalStack.start(Backend.DOCKER, line -> {})) {
      log = emulator.log();
      endpoint = emulator.endpoint();
      assertThat(emulator.manner()).contains("container");
      assertThat(emulator.version()).startsWith("4.");
      assertThat(log).content().contains("Ready.");
      assertThat(docker("port", container(endpoint)))
          .hasSize(1)
          .allSatisfy(port -> assertThat(port).contains("-> 127.0.0.1:"));
    }
    assertThat(containers(endpoint)).isEmpty();
    assertThat(Files.exists(log.getParent())).isFalse();
  }

  @Test
  void aClusterIsWhereItsApiIs() {
    try (LocalStack emulator = LocalStack.start(Backend.DOCKER, line -> {})) {
      World world = emulator.newWorld();
      emulator
          .eksEndpoints()
          .connect(world, "us-east-2", "hub", URI.create("https://127.0.0.1:6443"), "Q0E=");
      Network network = Network.in(world, Region.US_EAST_2);
      try (EksClient eks = world.client(EksClient.builder(), Region.US_EAST_2)) {
        eks.createCluster(
            request ->
                request
                    .name("hub")
                    .roleArn("arn:aws:iam::%s:role/hub".formatted(world.account()))
                    .resourcesVpcConfig(vpc -> vpc.subnetIds(network.subnets())));
        assertThat(eks.describeCluster(request -> request.name("hub")).cluster().endpoint())
            .isEqualTo("https://127.0.0.1:6443");
      }
    }
  }

  @Test
  void aKilledJvmLeavesNoContainer() throws IOException {
    try (ChildJvm jvm = new ChildJvm(Starter.class)) {
      URI endpoint = URI.create(jvm.line());
      assertThat(containers(endpoint)).hasSize(1);
      jvm.kill();
      await().atMost(Duration.ofSeconds(30)).until(() -> containers(endpoint).isEmpty());
    }
  }

  @Test
  void autoGivesAClusterAndSaysWhichAndWhy() {
    List<String> said = new ArrayList<>();
    try (Kubernetes cluster = Kubernetes.start(Backend.AUTO, said::add)) {
      assertThat(cluster.client().namespaces().withName("default").get()).isNotNull();
    }
    assertThat(said).anyMatch(line -> line.startsWith("Backend: "));
    System.out.println(String.join("\n", said));
  }

  @Test
  void whoInsistsOnK3sGetsItOrHearsInOneLineWhyNot() {
    try (Kubernetes cluster = Kubernetes.start(Backend.DOCKER, line -> {})) {
      assertThat(cluster.client().nodes().list().getItems()).isNotEmpty();
    } catch (BackendException | KubernetesException refused) {
      assertThat(refused).message().doesNotContain("\n").contains("backend process");
      System.out.println(refused.getMessage());
    }
  }

  private static String container(URI endpoint) {
    return containers(endpoint).get(0);
  }

  private static List<String> containers(URI endpoint) {
    return docker("ps", "--all", "--quiet", "--filter", "publish=" + endpoint.getPort());
  }

  private static List<String> docker(String... arguments) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(arguments));
    List<String> lines = new CopyOnWriteArrayList<>();
    new Command(words, Path.of(""), System.getenv()).run(lines::add, Duration.ofSeconds(20));
    return lines;
  }
}
