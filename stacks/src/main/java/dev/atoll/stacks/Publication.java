package dev.atoll.stacks;

import dev.atoll.stacks.helm.OwnChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
      Path within = fresh.relativize(file);
      Path target = (ofMainRoot(within) ? folder : output).resolve(within.toString());
      Files.createDirectories(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written.add(target);
    }
    withdrawStale(written);
    return List.copyOf(written);
  }

  /** The main root and the charts beside it lie in the folder itself. */
  private static boolean ofMainRoot(Path within) {
    return within.equals(Path.of(Synthesis.MAIN_ROOT_FILE)) || within.startsWith(OwnChart.FOLDER);
  }

  private void withdrawStale(List<Path> written) throws IOException {
    Path main = folder.resolve(Synthesis.MAIN_ROOT_FILE);
    if (!written.contains(main)) {
      Files.deleteIfExists(main);
    }
    List<Path> earlier = new ArrayList<>(files(folder.resolve(Synthesis.OUTPUT)));
    if (Files.isDirectory(folder.resolve(OwnChart.FOLDER))) {
      earlier.addAll(files(folder.resolve(OwnChart.FOLDER)));
    }
    for (Path file : earlier) {
      if (isOurs(file) && !written.contains(file)) {
        Files.delete(file);
      }
    }
  }

  private boolean isOurs(Path file) {
    boolean chart =
        StreamSupport.stream(folder.relativize(file).spliterator(), false)
            .anyMatch(Path.of(OwnChart.FOLDER)::equals);
    return chart || file.endsWith("cdk.tf.json");
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
