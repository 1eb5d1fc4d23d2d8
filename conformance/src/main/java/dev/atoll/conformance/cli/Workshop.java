package dev.atoll.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which a run works: what was synthesized, plans, states of the emulated world.
 *
 * @param folder the folder
 */
record Workshop(Path folder) {

  /** The same folder with nothing in it. What an earlier run left is of no more use. */
  Path emptied() throws IOException {
    if (Files.exists(folder)) {
      List<Path> old;
      try (Stream<Path> tree = Files.walk(folder)) {
        old = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : old) {
        Files.delete(path);
      }
    }
    return Files.createDirectories(folder);
  }
}
