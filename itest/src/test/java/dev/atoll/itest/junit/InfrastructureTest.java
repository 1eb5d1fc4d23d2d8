package dev.atoll.itest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.Release;
import dev.atoll.itest.kubernetes.workloads.WorkloadsReady;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.Command;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * A few lines of test use all of it at once, and nothing of it stays, whatever happens: the tests
 * of this class run others in a JVM with a folder for temporary files of its own.
 */
class InfrastructureTest {

  private static final Path CHART =
      Path.of("src", "test", "resources", "dev", "atoll", "itest", "helm", "pair");

  private static final AtomicLong RUNNING = new AtomicLong();

  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  @TempDir private Path folder;

  @Infrastructure
  static class OneRegion {
    @Test
    void comesUp(
        World aws, Terraform terraform, Helm helm, WorkloadsReady nodes, @TempDir Path root) {
      WorkingDirectory stack = terraform.in(root).environment(aws.environment());
      stack.write("main.tf", VPC);
      stack.init();
      stack.apply();
      Release release = Release.of("pair", "web", CHART).waiting(Duration.ofMinutes(1));
      assertThat(helm.upgradeInstall(release).deployed()).isTrue();
      assertThat(aws).satisfies(InfrastructureTest::hasTheVpc);
      count();
    }
  }

  private static final String VPC =
      """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "5.100.0"
          }
        }
      }
      provider "aws" {
        region = "us-east-2"
      }
      resource "aws_vpc" "ohio" {
        cidr_block = "10.77.0.0/16"
      }
      """;

  private static void hasTheVpc(World aws) {
    try (Ec2Client ec2 = aws.client(Ec2Client.builder(), Region.US_EAST_2)) {
      assertThat(ec2.describeVpcs().vpcs()).anyMatch(vpc -> vpc.cidrBlock().equals("10.77.0.0/16"));
    }
  }

  @Infrastructure
  static class Failing {
    @Test
    void fails(World aws, Helm helm, WorkloadsReady nodes) {
      count();
      throw new AssertionError("as it should, with " + aws + helm.list());
    }
  }

  @Infrastructure
  static class Left {
    @Test
    void isAlone(KubernetesClient client) throws Exception {
      InfrastructureTest.isAlone(client, "left", "right");
    }
  }

  @Infrastructure
  static class Right {
    @Test
    void isAlone(KubernetesClient client) throws Exception {
      InfrastructureTest.isAlone(client, "right", "left");
    }
  }

  private static void isAlone(KubernetesClient client, String ours, String theirs)
      throws Exception {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(ours).endMetadata().build())
        .create();
    // Both are there at once, or this breaks.
    BOTH.await(1, TimeUnit.MINUTES);
    assertThat(client.namespaces().withName(ours).get()).isNotNull();
    assertThat(client.namespaces().withName(theirs).get()).isNull();
    count();
    BOTH.await(1, TimeUnit.MINUTES);
  }

  private static void count() {
    RUNNING.addAndGet(ProcessHandle.current().descendants().count());
  }

  /**
   * Runs test classes; says how many tests passed and failed, and how many processes there were.
   */
  static final class Runner {
    public static void main(String[] classes) {
      ClassSelector[] selectors =
          Arrays.stream(classes).map(name -> selectClass(name)).toArray(ClassSelector[]::new);
      Events tests =
          EngineTestKit.engine("junit-jupiter")
              .selectors(selectors)
              .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
              .configurationParameter(
                  "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
              .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
              .configurationParameter(
                  "junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
              .execute()
              .testEvents();
      tests.failed().stream().forEach(System.err::println);
      System.out.printf(
          "passed %d, failed %d, during %s, after %d%n",
          tests.succeeded().count(),
          tests.failed().count(),
          RUNNING.get() > 0 ? "some" : "none",
          ProcessHandle.current().descendants().count());
      System.exit(0);
    }
  }

  @Test
  void aFewLinesUseEmulatorClusterHelmAndTerraform() throws IOException {
    assertThat(run(OneRegion.class)).contains("passed 1, failed 0, during some, after 0");
    assertThat(remains()).isEmpty();
  }

  @Test
  void aFailedTestLeavesNoProcessAndNoFolder() throws IOException {
    assertThat(run(Failing.class)).contains("passed 0, failed 1, during some, after 0");
    assertThat(remains()).isEmpty();
  }

  @Test
  void classesSideBySideHaveClustersOfTheirOwn() throws IOException {
    assertThat(run(Left.class, Right.class)).contains("passed 2, failed 0, during some, after 0");
    assertThat(remains()).isEmpty();
  }

  private List<String> run(Class<?>... tests) {
    List<String> output = new CopyOnWriteArrayList<>();
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Runner.class.getName());
    List<String> words = Stream.concat(java, Arrays.stream(tests).map(Class::getName)).toList();
    new Command(words, Path.of(""), System.getenv()).run(output::add, Duration.ofMinutes(5));
    return output;
  }

  private List<String> remains() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("hsperfdata"))
          .toList();
    }
  }
}
