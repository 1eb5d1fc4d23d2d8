package dev.atoll.itest.backend;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What is known of Docker on this machine.
 *
 * @param missing what keeps us from using it, as half a sentence; empty when nothing does
 */
public record Docker(Optional<String> missing) {

  private static final String TESTCONTAINERS = "org.testcontainers.containers.GenericContainer";

  /**
   * Asks the machine, in some seconds, unless the image has to be pulled.
   *
   * @param image what is to run
   * @param progress hears that it is pulled
   */
  public static Docker ofMachine(String image, Progress progress) {
    return look(SearchPath.ofEnvironment(), Docker.class.getClassLoader(), image, progress);
  }

  static Docker look(SearchPath path, ClassLoader classes, String image, Progress progress) {
    return new Docker(
        testcontainers(classes)
            .or(() -> daemon(path))
            .or(() -> absent(path.find("docker").orElseThrow(), image, progress)));
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
    return complaint(
            Duration.ofSeconds(10), docker.get(), "version", "--format", "{{.Server.Version}}")
        .map(complaint -> "Docker does not answer (" + complaint + ")");
  }

  // Testcontainers would try for two minutes and say a lot meanwhile.
  private static Optional<String> absent(Path docker, String image, Progress progress) {
    if (complaint(Duration.ofSeconds(10), docker, "image", "inspect", image).isEmpty()) {
      return Optional.empty();
    }
    progress.say("Pulling the image " + image + ", once");
    return complaint(Duration.ofMinutes(10), docker, "pull", "--quiet", image)
        .map(
            complaint ->
                "the image %s is not here and cannot be pulled (%s)".formatted(image, complaint));
  }

  private static Optional<String> complaint(Duration limit, Path docker, String... arguments) {
    List<String> lines = new CopyOnWriteArrayList<>();
    List<String> words = Stream.concat(Stream.of(docker.toString()), Stream.of(arguments)).toList();
    try {
      int exit = new Command(words, Path.of(""), System.getenv()).run(lines::add, limit);
      return exit == 0 ? Optional.empty() : Optional.of(lastOf(lines));
    } catch (CommandException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String lastOf(List<String> lines) {
    return lines.isEmpty() ? "no word" : lines.get(lines.size() - 1);
  }
}
