package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir private Path folder;

  @Test
  void withoutPythonTheMessageNamesIt() {
    assertThatThrownBy(() -> Python.find(new SearchPath(List.of(folder))))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("No Python 3.11 or 3.10")
        .hasMessageContaining("no python3 at all")
        .hasMessageContaining("Install Python 3.11");
  }

  @Test
  void aPythonOfAnotherVersionIsNamed() throws IOException {
    python("python3", "echo 3.13");
    assertThatThrownBy(() -> Python.find(new SearchPath(List.of(folder))))
        .hasMessageContaining(folder.resolve("python3") + " is 3.13");
  }

  @Test
  void aPythonWithoutVenvIsNamed() throws IOException {
    python("python3.11", "echo \"No module named 'venv'\" >&2; exit 1");
    assertThatThrownBy(() -> Python.find(new SearchPath(List.of(folder))))
        .hasMessageContaining("python3.11 is unusable: No module named 'venv'");
  }

  @Test
  void aPythonOfTheRightVersionIsTaken() throws IOException {
    python("python3", "echo 3.10");
    assertThat(Python.find(new SearchPath(List.of(folder))).version()).isEqualTo("3.10");
  }

  @Test
  void aFailedInstallationShowsItsLastLinesAndIsDoneAgain() throws IOException {
    Path space = folder.resolve("space");
    python(
        "python3",
        """
        case "$1 $2" in
          "-c "*) echo 3.10 ;;
          "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
          "-m pip") test -e %s || { echo 'no space left'; exit 3; } ;;
        esac
        """
            .formatted(space));
    List<String> said = new ArrayList<>();
    Installer installer =
        new Installer(new SearchPath(List.of(folder)), folder.resolve("cache"), said::add);
    assertThatThrownBy(installer::install)
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("no space left");

    Files.createFile(space);
    Installation installation = installer.install();
    assertThat(installation.complete()).isTrue();
    assertThat(said).hasSize(2).allMatch(line -> line.startsWith("Installing LocalStack 4.13.1"));

    assertThat(installer.install()).isEqualTo(installation);
    assertThat(said).as("nothing is installed twice").hasSize(2);
  }

  @Test
  void otherRequirementsAreAnotherInstallation() {
    Python python = new Python(folder.resolve("python3"), "3.11");
    String requirements = "localstack-core==4.13.1\n";
    Path installed = Installation.of(folder, python, requirements).folder();
    assertThat(installed.getFileName().toString()).startsWith("localstack-4.13.1-");
    assertThat(Installation.of(folder, python, requirements).folder()).isEqualTo(installed);
    assertThat(Installation.of(folder, python, requirements + "six==1.17.0\n").folder())
        .isNotEqualTo(installed);
  }

  @Test
  void anEmulatorThatDoesNotStartShowsItsLog() throws IOException {
    Files.createDirectory(folder.resolve("bin"));
    python("bin/python", "echo 'cannot import localstack'; exit 4");
    assertThatThrownBy(() -> LocalStack.start(new Installation(folder), line -> {}))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("exit code 4")
        .hasMessageContaining("localstack.log")
        .hasMessageContaining("cannot import localstack");
  }

  private void python(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
