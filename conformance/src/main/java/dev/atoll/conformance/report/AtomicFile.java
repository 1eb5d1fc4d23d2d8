package dev.atoll.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that others only ever see whole: the old one or the new one. */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces a file, making the directories above it.
   *
   * @throws IOException if it cannot be written; the old file is then still there
   */
  public static void write(Path file, String text) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    // In the same directory, since only within one file system is a move atomic.
    Path fresh =
        directory.resolve("." + file.getFileName() + ".new" + ProcessHandle.current().pid());
    try {
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
