package dev.atoll.itest.localstack;

import dev.atoll.itest.backend.Backend;
import dev.atoll.itest.backend.Docker;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An AWS emulator: LocalStack, completed with RDS, ELBv2, EKS, ElastiCache and Auto Scaling, as a
 * child process on a loopback port or in a container.
 *
 * <p>Several can run side by side. It ends with {@link #close()}, and with this JVM however that
 * ends.
 */
public final class LocalStack implements AutoCloseable {

  private final Running running;
  private final EksEndpoints eksEndpoints;
  private final AtomicLong accounts = new AtomicLong(100_000_000_000L);

  LocalStack(Running running) {
    this.running = running;
    this.eksEndpoints = new EksEndpoints(running::place);
  }

  /**
   * Starts it as a process: installs LocalStack when this user has not got it, and waits until it
   * answers.
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

  /**
   * Starts it and waits until it answers.
   *
   * @param backend a container, or a process
   * @param progress hears what was picked, and of what takes its time
   * @throws LocalStackException when it cannot be had, or does not answer; the log is kept then
   * @throws dev.atoll.itest.backend.BackendException when Docker was asked for and cannot be had
   */
  public static LocalStack start(Backend backend, Progress progress) {
    return backend.start(
        () -> Docker.ofMachine(InContainer.IMAGE, progress),
        progress,
        () -> announced(new LocalStack(InContainer.start()), progress),
        () -> start(progress));
  }

  static LocalStack start(Installation installation, Progress progress) {
    return announced(new LocalStack(AsProcess.start(installation)), progress);
  }

  private static LocalStack announced(LocalStack started, Progress progress) {
    progress.say("LocalStack answers at " + started.endpoint());
    return started;
  }

  /** The version that answers, as it says itself. */
  public String version() {
    return new Health(endpoint()).version();
  }

  /** How it runs, such as {@code as a process on loopback}. */
  public String manner() {
    return running.manner();
  }

  /** What was started, such as {@code installed from the Python package index}. */
  public String origin() {
    return running.origin();
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
    return running.endpoint();
  }

  /** What the emulator writes: every request with its status, and its own errors. */
  public Path log() {
    return running.folder().resolve(Running.LOG);
  }

  /** The process ids of all that runs for it here; none for a container. */
  public List<Long> pids() {
    return running.pids();
  }

  /** Where the Kubernetes APIs of its EKS clusters answer. */
  public EksEndpoints eksEndpoints() {
    return eksEndpoints;
  }

  /**
   * A folder with the AWS command line alone, as it is installed with the emulator: for the PATH of
   * programs that call it. Empty for a container: there the user's own is needed.
   */
  public Path commands() {
    return running.folder().resolve(Running.COMMANDS);
  }

  /** A world of its own: an account that no other world of this emulator has. */
  public World newWorld() {
    return new World(endpoint(), Long.toString(accounts.incrementAndGet()));
  }

  /** Ends the emulator and all its children, and deletes what it wrote. */
  @Override
  public void close() {
    running.close();
  }
}
