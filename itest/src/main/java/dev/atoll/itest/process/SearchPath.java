package dev.atoll.itest.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folders that are searched for programs.
 *
 * @param folders in order: the first that has the program wins
 */
public record SearchPath(List<Path> folders) {

  /** Copies the list. */
  public SearchPath {
    folders = List.copyOf(folders);
  }

  /** The folders of the environment variable {@code PATH}. */
  public static SearchPath ofEnvironment() {
    return new SearchPath(
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getenv().getOrDefault("PATH", ""))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList());
  }

  /**
   * Looks a program up.
   *
   * @param program a file name, such as {@code terraform}
   * @return the first executable file of that name
   */
  public Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
