package dev.atoll.itest.localstack;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.ChildProcess;
import dev.atoll.itest.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * LocalStack as a child process.
 *
 * @param process leaves when its standard input closes
 * @param endpoint on a loopback port
 * @param folder all that it writes
 */
record AsProcess(ChildProcess process, URI endpoint, Path folder) implements Running {

  /** What follows from closing its standard input takes no longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  static AsProcess start(Installation installation) {
    try {
      Path folder = Files.createTempDirectory("atoll-localstack-");
      int port = FreePort.find();
      AsProcess started =
          new AsProcess(
              launch(installation, folder, port), URI.create("http://127.0.0.1:" + port), folder);
      new Readiness(started.process.process(), started.endpoint, folder.resolve(LOG)).await();
      return started;
    } catch (IOException e) {
      throw new LocalStackException("LocalStack cannot be started: " + e.getMessage(), e);
    }
  }

  private static ChildProcess launch(Installation installation, Path folder, int port)
      throws IOException {
    Scripts.copyTo(folder);
    Files.createSymbolicLink(
        Files.createDirectory(folder.resolve(COMMANDS)).resolve("aws"),
        installation.python().resolveSibling("aws"));
    ProcessBuilder builder =
        new ProcessBuilder(
                installation.python().toString(),
                // Isolated: no PYTHONPATH, no packages of the user's.
                "-I",
                folder.resolve(Scripts.LAUNCH).toString(),
                Integer.toString(port),
                Files.createDirectory(folder.resolve("data")).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(LOG).toFile());
    // Nothing of the caller's: no credentials, no settings of another LocalStack.
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "HOME", folder.toString(),
                "LANG", "C.UTF-8"));
    return ChildProcess.start(builder);
  }

  @Override
  public String manner() {
    return "as a process on loopback";
  }

  @Override
  public String origin() {
    return "installed from the Python package index";
  }

  @Override
  public List<Long> pids() {
    return process.tree().stream().map(ProcessHandle::pid).toList();
  }

  // It reads at any time: it sees all of the file or what was before.
  @Override
  public void place(String file, String content) {
    try {
      Path next = Files.writeString(folder.resolve(file + ".next"), content);
      Files.move(next, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.stop(GRACE);
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
