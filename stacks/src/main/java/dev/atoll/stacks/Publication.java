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
 * sees half a file. Roots of an earlier synthesis, of another layout too, that are no longer
 * written lose their file; whatever else lies there, state above all, stays.
 */
final class Publication {

  private final Path folder;

  Publication(Path folder) {
    this.folder = folder;
  }

  /**
   * @param fresh CDKTF's output, complete, in the same file system as the folder
   */
  List<Path> publish(Path fresh) throws IOException {
    Path output = folder.resolve(Synthesis.OUTPUT);
    List<Path> written = new ArrayList<>();
    for (Path file : files(fresh)) {
      Path target =
          file.equals(fresh.resolve(Synthesis.MAIN_ROOT_FILE))
              ? folder.resolve(Synthesis.MAIN_ROOT_FILE)
              : output.resolve(fresh.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written.add(target);
    }
    withdrawStale(written);
    return List.copyOf(written);
  }

  private void withdrawStale(List<Path> written) throws IOException {
    Path main = folder.resolve(Synthesis.MAIN_ROOT_FILE);
    if (!written.contains(main)) {
      Files.deleteIfExists(main);
    }
    for (Path file : files(folder.resolve(Synthesis.OUTPUT))) {
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
