package dev.atoll.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Moves freshly written files to where users look for them, each in one step, so that nobody ever
 * sees half a file. Roots of an earlier synthesis that are no longer written lose their {@code
 * cdk.tf.json}; whatever else lies there, state above all, stays.
 */
final class Publication {

  private final Path folder;

  Publication(Path folder) {
    this.folder = folder;
  }

  /**
   * @param fresh CDKTF's output, complete, in the same file system as the folder
   * @param mainRoot the main root's file, in the same
   */
  List<Path> publish(Path fresh, Path mainRoot) throws IOException {
    Path output = folder.resolve(Synthesis.OUTPUT);
    List<Path> written = new ArrayList<>();
    for (Path file : files(fresh)) {
      Path target =
          file.equals(mainRoot)
              ? folder.resolve(Synthesis.MAIN_ROOT_FILE)
              : output.resolve(fresh.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written.add(target);
    }
    withdrawStale(output, written);
    return List.copyOf(written);
  }

  private static void withdrawStale(Path output, List<Path> written) throws IOException {
    for (Path file : files(output)) {
      if (file.endsWith("cdk.tf.json") && !written.contains(file)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      // Providers lie below .terraform, thousands of files of no interest.
      return tree.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains(".terraform"))
          .sorted()
          .toList();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
