package dev.atoll.itest.backend;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What is known of Docker on this machine.
 *
 * @param missing what keeps us from using it, as half a sentence; empty when nothing does
 */
public record Docker(Optional<String> missing) {

  private static final String TESTCONTAINERS = "org.testcontainers.containers.GenericContainer";

  /** Asks the machine; takes some seconds at most. */
  public static Docker ofMachine() {
    return look(SearchPath.ofEnvironment(), Docker.class.getClassLoader());
  }

  static Docker look(SearchPath path, ClassLoader classes) {
    return new Docker(testcontainers(classes).or(() -> daemon(path)));
  }

  // Looked for without loading it: it is only there for those who want it.
  private static Optional<String> testcontainers(ClassLoader classes) {
    String file = TESTCONTAINERS.replace('.', '/') + ".class";
    return classes.getResource(file) == null
        ? Optional.of("Testcontainers is not on the class path")
        : Optional.empty();
  }

  private static Optional<String> daemon(SearchPath path) {
    Optional<Path> docker = path.find("docker");
    if (docker.isEmpty()) {
      return Optional.of("there is no docker on the PATH");
    }
    List<String> lines = new CopyOnWriteArrayList<>();
    try {
      List<String> words =
          List.of(docker.get().toString(), "version", "--format", "{{.Server.Version}}");
      int exit =
          new Command(words, Path.of(""), System.getenv()).run(lines::add, Duration.ofSeconds(10));
      return exit == 0
          ? Optional.empty()
          : Optional.of("Docker does not answer (" + lastOf(lines) + ")");
    } catch (CommandException e) {
      return Optional.of("Docker does not answer (" + e.getMessage() + ")");
    }
  }

  private static String lastOf(List<String> lines) {
    return lines.isEmpty() ? "no word" : lines.get(lines.size() - 1);
  }
}
