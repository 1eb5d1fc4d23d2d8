package dev.atoll.itest.localstack;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Installs LocalStack from the Python package index, once for each user and set of requirements.
 *
 * @param path where Python is looked for
 * @param cache where installations are kept
 * @param progress hears of an installation before it begins
 */
record Installer(SearchPath path, Path cache, Progress progress) {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  /**
   * Installs unless that is done.
   *
   * @return an installation that is complete
   * @throws LocalStackException when Python is missing or the installation fails
   */
  Installation install() {
    Python python = Python.find(path);
    String requirements = Resources.text("requirements.txt");
    Installation installation = Installation.of(cache, python, requirements);
    try {
      if (!installation.complete()) {
        installLocked(installation, python, requirements);
      }
      return installation;
    } catch (IOException | CommandException e) {
      throw new LocalStackException(
          "LocalStack cannot be installed in " + installation.folder() + ": " + e.getMessage(), e);
    }
  }

  // A file lock keeps other processes out, the monitor other threads of this one.
  private void installLocked(Installation installation, Python python, String requirements)
      throws IOException {
    Path lockFile =
        installation.folder().resolveSibling(installation.folder().getFileName() + ".lock");
    Files.createDirectories(lockFile.getParent());
    synchronized (Installer.class) {
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && !installation.complete()) {
          installInto(installation, python, requirements);
        }
      }
    }
  }

  private void installInto(Installation installation, Python python, String requirements)
      throws IOException {
    progress.say(
        "Installing LocalStack "
            + Installation.version(requirements)
            + " from the Python package index, once, about 40 s and 500 MB: "
            + installation.folder());
    Folders.delete(installation.folder());
    run(List.of(python.executable().toString(), "-m", "venv", installation.folder().toString()));
    Path list = installation.folder().resolve("requirements.txt");
    Files.writeString(list, requirements);
    // The list is complete and frozen: nothing has to be resolved.
    run(
        List.of(
            installation.python().toString(),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-input",
            "--no-deps",
            "--disable-pip-version-check",
            "--requirement",
            list.toString()));
    installation.markComplete();
  }

  private static void run(List<String> words) {
    List<String> output = new CopyOnWriteArrayList<>();
    // The environment as it is: it may hold a proxy, certificates or a mirror of the index.
    int exit = new Command(words, Path.of(""), System.getenv()).run(output::add, LIMIT);
    if (exit != 0) {
      List<String> last = output.subList(Math.max(0, output.size() - 10), output.size());
      throw new LocalStackException(
          String.join(" ", words)
              + " failed with exit code "
              + exit
              + ". Is the Python package index, or your mirror of it, within reach? Last lines:\n"
              + String.join("\n", last));
    }
  }
}
