package dev.atoll.itest.localstack;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.ChildProcess;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An AWS emulator: LocalStack as a child process on a loopback port, completed with RDS, ELBv2,
 * EKS, ElastiCache and Auto Scaling.
 *
 * <p>Several can run side by side. It ends with {@link #close()}, and with this JVM however that
 * ends.
 */
public final class LocalStack implements AutoCloseable {

  /** What follows from closing its standard input takes no longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final String COMMANDS = "commands";

  private final ChildProcess process;
  private final URI endpoint;
  private final Path folder;
  private final EksEndpoints eksEndpoints;
  private final AtomicLong accounts = new AtomicLong(100_000_000_000L);

  private LocalStack(ChildProcess process, URI endpoint, Path folder) {
    this.process = process;
    this.endpoint = endpoint;
    this.folder = folder;
    this.eksEndpoints = new EksEndpoints(folder);
  }

  /**
   * Installs LocalStack when this user has not got it, starts it and waits until it answers.
   *
   * @param progress hears of what takes its time
   * @throws LocalStackException when it cannot be installed, or does not answer; the log is kept
   *     then
   */
  public static LocalStack start(Progress progress) {
    return start(
        new Installer(SearchPath.ofEnvironment(), Installation.cacheOfUser(), progress).install(),
        progress);
  }

  static LocalStack start(Installation installation, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("atoll-localstack-");
      int port = freePort();
      LocalStack started =
          new LocalStack(
              launch(installation, folder, port), URI.create("http://127.0.0.1:" + port), folder);
      new Readiness(started.process.process(), started.endpoint, started.log()).await();
      progress.say("LocalStack answers at " + started.endpoint);
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
            .redirectOutput(folder.resolve("localstack.log").toFile());
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The version of LocalStack that is installed and started. */
  public static String version() {
    return Installation.version(Resources.text("requirements.txt"));
  }

  /**
   * What this machine lacks to install and start the emulator, as a sentence that says what to do;
   * empty when nothing is missing.
   */
  public static Optional<String> missing(SearchPath path) {
    try {
      Python.find(path);
      return Optional.empty();
    } catch (LocalStackException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Where every AWS API of the emulator answers. */
  public URI endpoint() {
    return endpoint;
  }

  /** What the emulator writes: every request with its status, and its own errors. */
  public Path log() {
    return folder.resolve("localstack.log");
  }

  /** The process id of the emulator. */
  public long pid() {
    return process.process().pid();
  }

  /** Where the Kubernetes APIs of its EKS clusters answer. */
  public EksEndpoints eksEndpoints() {
    return eksEndpoints;
  }

  /**
   * A folder with the AWS command line alone, as it is installed with the emulator: for the PATH of
   * programs that call it.
   */
  public Path commands() {
    return folder.resolve(COMMANDS);
  }

  /** A world of its own: an account that no other world of this emulator has. */
  public World newWorld() {
    return new World(endpoint, Long.toString(accounts.incrementAndGet()));
  }

  /** Ends the emulator and all its children, and deletes what it wrote. */
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
