package dev.atoll.itest.localstack;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Python interpreter that LocalStack runs on.
 *
 * @param executable the interpreter
 * @param version major and minor, such as {@code 3.11}
 */
record Python(Path executable, String version) {

  private static final List<String> NAMES = List.of("python3.11", "python3.10", "python3");
  private static final List<String> VERSIONS = List.of("3.11", "3.10");

  // Debian ships venv apart from Python; better said here than by a failing pip.
  private static final String PROBE =
      "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])";

  /**
   * Finds the first that will do.
   *
   * @throws LocalStackException naming what was found instead
   */
  static Python find(SearchPath path) {
    List<String> found = new ArrayList<>();
    for (String name : NAMES) {
      Optional<Path> executable = path.find(name);
      if (executable.isPresent()) {
        String version = probe(executable.get());
        if (VERSIONS.contains(version)) {
          return new Python(executable.get(), version);
        }
        found.add(executable.get() + " is " + version);
      }
    }
    throw new LocalStackException(
        "No Python 3.11 or 3.10 with the venv module on the PATH ("
            + (found.isEmpty() ? "no python3 at all" : String.join("; ", found))
            + "). The AWS emulator, LocalStack, runs on it. Install Python 3.11 with venv"
            + " (Debian and Ubuntu: python3.11 and python3.11-venv).");
  }

  private static String probe(Path executable) {
    List<String> lines = new CopyOnWriteArrayList<>();
    try {
      int exit =
          new Command(List.of(executable.toString(), "-c", PROBE), Path.of(""), System.getenv())
              .run(lines::add, Duration.ofSeconds(20));
      String last = lines.isEmpty() ? "silent" : lines.get(lines.size() - 1);
      return exit == 0 ? last : "unusable: " + last;
    } catch (CommandException e) {
      return "unusable: " + e.getMessage();
    }
  }
}
