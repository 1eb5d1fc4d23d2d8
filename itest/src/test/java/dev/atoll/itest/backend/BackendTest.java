package dev.atoll.itest.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is picked, and that it is said why. */
class BackendTest {

  private static final Docker THERE = new Docker(Optional.empty());
  private static final Docker NONE = new Docker(Optional.of("there is no docker on the PATH"));

  private final List<String> said = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void autoPicksDockerWhereItAnswersElseAProcessAndSaysWhy() {
    assertThat(Backend.AUTO.resolve(() -> THERE, said::add)).isEqualTo(Backend.DOCKER);
    assertThat(Backend.AUTO.resolve(() -> NONE, said::add)).isEqualTo(Backend.PROCESS);
    assertThat(said)
        .containsExactly(
            "Backend: docker, since Docker answers and Testcontainers is there.",
            "Backend: process, since there is no docker on the PATH.");
  }

  @Test
  void whoNamesOneGetsItOrIsToldWhyNot() {
    assertThat(Backend.DOCKER.resolve(() -> THERE, said::add)).isEqualTo(Backend.DOCKER);
    assertThat(Backend.PROCESS.resolve(() -> THERE, said::add)).isEqualTo(Backend.PROCESS);
    assertThat(said).isEmpty();
    assertThatThrownBy(() -> Backend.DOCKER.resolve(() -> NONE, said::add))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("there is no docker on the PATH")
        .hasMessageContaining("ask for the backend process");
  }

  @Test
  void autoFallsBackWhenAContainerDoesNotStart() {
    assertThat(Backend.AUTO.start(() -> THERE, said::add, () -> refused(), () -> "a process"))
        .isEqualTo("a process");
    assertThat(said)
        .containsExactly(
            "Backend: docker, since Docker answers and Testcontainers is there.",
            "Backend: process after all. It was refused.");
    assertThatThrownBy(
            () -> Backend.DOCKER.start(() -> THERE, said::add, () -> refused(), () -> "a process"))
        .hasMessage("It was refused.");
    assertThat(Backend.AUTO.start(() -> THERE, said::add, () -> "a container", () -> "a process"))
        .isEqualTo("a container");
  }

  private static String refused() {
    throw new IllegalStateException("It was refused.");
  }

  @Test
  void whoWantsAProcessDoesNotWaitForDocker() {
    assertThat(
            Backend.PROCESS.start(
                () -> {
                  throw new AssertionError("was asked");
                },
                said::add,
                () -> "a container",
                () -> "a process"))
        .isEqualTo("a process");
  }

  @Test
  void theyHaveNames() {
    assertThat(Backend.of("Docker")).isEqualTo(Backend.DOCKER);
    assertThatThrownBy(() -> Backend.of("podman"))
        .hasMessageContaining("podman")
        .hasMessageContaining("auto, docker, process");
  }

  @Test
  void aTestRunNamesOneOrHasProcesses() {
    assertThat(Backend.configured(name -> Optional.empty())).isEqualTo(Backend.PROCESS);
    assertThat(Backend.configured(name -> Optional.of("auto").filter(any -> ours(name))))
        .isEqualTo(Backend.AUTO);
  }

  private static boolean ours(String name) {
    return name.equals("atoll.backend");
  }

  @Test
  void dockerIsThereWhenItsDaemonAnswers() throws IOException {
    assertThat(docker("echo 28.0.0").missing()).isEmpty();
    assertThat(docker("echo 'Cannot connect to the Docker daemon' >&2; exit 1").missing())
        .contains("Docker does not answer (Cannot connect to the Docker daemon)");
    assertThat(Docker.look(new SearchPath(List.of()), ours(), "some:image", said::add).missing())
        .contains("there is no docker on the PATH");
  }

  @Test
  void anImageThatIsNotThereIsPulledOrMissed() throws IOException {
    String pulls = "case $1 in image) exit 1;; pull) %s;; esac";
    assertThat(docker(pulls.formatted("exit 0")).missing()).isEmpty();
    assertThat(said).containsExactly("Pulling the image some:image, once");
    assertThat(docker(pulls.formatted("echo 'no such host' >&2; exit 1")).missing())
        .contains("the image some:image is not here and cannot be pulled (no such host)");
  }

  @Test
  void whatIsWithheldHasAName() {
    assertThat(Capabilities.withheld("000001fffeffffff", 40)).containsExactly("CAP_SYS_RESOURCE");
    assertThat(Capabilities.withheld("000001ffffffffff", 40)).isEmpty();
    assertThat(Capabilities.withheld("0000000000000000", 1))
        .containsExactly("CAP_CHOWN", "CAP_DAC_OVERRIDE");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsWithheldHereIsWhatTheKernelSays() {
    long known = answer("cat /proc/sys/kernel/cap_last_cap", Integer::parseInt) + 1L;
    long granted =
        answer(
            "grep CapBnd /proc/self/status | cut -f 2",
            bound -> new BigInteger(bound, 16).bitCount());
    assertThat(Capabilities.withheld()).hasSize((int) (known - granted));
  }

  private static int answer(String script, Function<String, Integer> reading) {
    List<String> lines = new CopyOnWriteArrayList<>();
    new Command(List.of("sh", "-c", script), Path.of(""), System.getenv())
        .run(lines::add, Duration.ofSeconds(10));
    return reading.apply(lines.get(0));
  }

  @Test
  void theInnermostCauseSpeaksInOneLine() {
    assertThat(Causes.innermost(new IllegalStateException("outer", new IOException("a\n  b"))))
        .isEqualTo("a b");
  }

  @Test
  void withoutTestcontainersDockerIsOfNoUse() {
    ClassLoader without = ClassLoader.getPlatformClassLoader();
    assertThat(Docker.look(SearchPath.ofEnvironment(), without, "some:image", said::add).missing())
        .contains("Testcontainers is not on the class path");
  }

  private Docker docker(String script) throws IOException {
    Path program = folder.resolve("docker");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return Docker.look(new SearchPath(List.of(folder)), ours(), "some:image", said::add);
  }

  private static ClassLoader ours() {
    return BackendTest.class.getClassLoader();
  }
}
