package dev.atoll.itest.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Folders that are filled once and shared by all runs of this user, out of every checkout.
 *
 * @param root where they are kept
 */
public record Cache(Path root) {

  /** Fills one folder. */
  @FunctionalInterface
  public interface Filling {
    /**
     * Fills the folder.
     *
     * @param folder empty; it gets its final name when this returns
     * @throws IOException when it cannot be filled; nothing is kept then
     */
    void fill(Path folder) throws IOException;
  }

  /** {@code atoll} in the user's folder for caches. */
  public static Cache ofUser() {
    Path caches =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .filter(home -> !home.isBlank())
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache"));
    return new Cache(caches.resolve("atoll"));
  }

  /**
   * The folder of that name, filled now unless it is there. Whoever else asks for it meanwhile, in
   * this process or another, waits.
   *
   * @param name says what is in it: programs, versions, platform
   * @throws IOException when it cannot be filled
   */
  public Path folder(String name, Filling filling) throws IOException {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
      fillLocked(folder, filling);
    }
    return folder;
  }

  // A file lock keeps other processes out, the monitor other threads of this one.
  private void fillLocked(Path folder, Filling filling) throws IOException {
    Files.createDirectories(root);
    synchronized (Cache.class) {
      try (FileChannel channel =
              FileChannel.open(
                  sibling(folder, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && !Files.isDirectory(folder)) {
          fill(folder, filling);
        }
      }
    }
  }

  // Only a complete folder gets the name.
  private static void fill(Path folder, Filling filling) throws IOException {
    Path unfinished = sibling(folder, ".unfinished");
    Folders.delete(unfinished);
    Files.createDirectory(unfinished);
    try {
      filling.fill(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Folders.delete(unfinished);
    }
  }

  private static Path sibling(Path folder, String ending) {
    return folder.resolveSibling(folder.getFileName() + ending);
  }
}
