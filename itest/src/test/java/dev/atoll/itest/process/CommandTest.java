package dev.atoll.itest.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Map<String, String> PATH_ONLY = Map.of("PATH", System.getenv("PATH"));

  @TempDir private Path folder;

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private Command shell(String script) {
    return new Command(List.of("sh", "-c", script), folder, PATH_ONLY);
  }

  @Test
  void outputErrorsAndExitCodeArriveAndInputIsEmpty() {
    assertThat(shell("echo out; echo err >&2; wc -c; exit 7").run(lines::add, LIMIT)).isEqualTo(7);
    assertThat(lines.stream().map(String::strip)).containsExactly("out", "err", "0");
  }

  @Test
  void outputCanGoToAFile() throws IOException {
    Path file = folder.resolve("out");
    assertThat(shell("echo out; echo err >&2").runInto(file, lines::add, LIMIT)).isZero();
    assertThat(Files.readString(file)).isEqualTo("out\n");
    assertThat(lines).containsExactly("err");
  }

  @Test
  void nothingOfOurEnvironmentLeaksIn() {
    shell("env | cut -d= -f1").run(lines::add, LIMIT);
    assertThat(lines).contains("PATH").isSubsetOf("PATH", "PWD", "OLDPWD", "SHLVL", "_");
  }

  @Test
  void whatTakesTooLongIsAskedToStopAndItsChildrenAreGone() {
    assertThatThrownBy(
            () ->
                shell("trap 'echo asked; exit' TERM; sleep 100 & echo $!; wait")
                    .run(lines::add, Duration.ofSeconds(1)))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("sh -c did not end within 1 s and was stopped");
    assertThat(ProcessHandle.of(Long.parseLong(lines.get(0))).filter(ProcessHandle::isAlive))
        .isEmpty();
    assertThat(lines).contains("asked");
  }

  @Test
  void anInterruptedCommandIsStopped() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> shell("sleep 100").run(lines::add, LIMIT))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(
            () -> new Command(List.of("true"), missing, PATH_ONLY).run(lines::add, LIMIT))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(missing.toString());
  }

  /** Runs a command that says its process id and never ends. */
  static final class Starter {
    public static void main(String[] arguments) {
      new Command(List.of("sh", "-c", "echo $$; exec sleep 1000"), Path.of("."), PATH_ONLY)
          .run(System.out::println, Duration.ofMinutes(10));
    }
  }

  @Test
  void aKilledJvmLeavesNoCommand() throws IOException {
    try (ChildJvm jvm = new ChildJvm(Starter.class)) {
      ProcessHandle command = ProcessHandle.of(Long.parseLong(jvm.line())).orElseThrow();
      assertThat(command.isAlive()).isTrue();
      jvm.kill();
      await().atMost(Duration.ofSeconds(10)).until(() -> !command.isAlive());
    }
  }
}
