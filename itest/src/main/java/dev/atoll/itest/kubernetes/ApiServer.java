package dev.atoll.itest.kubernetes;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.ChildProcess;
import dev.atoll.itest.process.Progress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Kubernetes API: kube-apiserver and etcd as child processes on loopback ports, with nothing
 * in it yet. No pods run in it and no controllers.
 *
 * <p>Several can run side by side. It ends with {@link #close()}, and with this JVM however that
 * ends.
 */
public final class ApiServer implements Kubernetes {

  /** Told to end, it would first wait for those who watch it; that is of no use to us. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Path folder;
  private final List<ChildProcess> processes;
  private final Connection connection;
  private final KubernetesClient client;

  private ApiServer(Path folder, List<ChildProcess> processes, Connection connection) {
    this.folder = folder;
    this.processes = processes;
    this.connection = connection;
    this.client = connection.client();
  }

  /**
   * Prepares the programs when this user has not got them, starts them and waits until they answer.
   *
   * @param progress hears of what takes its time
   * @throws KubernetesException when they cannot be prepared, or do not answer; the logs are kept
   *     then
   */
  public static ApiServer start(Progress progress) {
    return start(ControlPlane.install(progress), List.of(), progress);
  }

  /**
   * Starts these programs and waits until they answer.
   *
   * @param programs what is started
   * @param flags of kube-apiserver, on top of our own
   * @param progress hears of what takes its time
   * @throws KubernetesException when they do not answer; the logs are kept then
   */
  public static ApiServer start(ControlPlane programs, List<String> flags, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("atoll-kubernetes-");
      ApiServer started = start(new Startup(programs, folder), flags);
      progress.say("Kubernetes answers at " + started.endpoint());
      return started;
    } catch (IOException e) {
      throw new KubernetesException("A Kubernetes API cannot be started: " + e.getMessage(), e);
    }
  }

  private static ApiServer start(Startup startup, List<String> flags) throws IOException {
    try {
      int etcd = startup.etcd();
      Connection connection = startup.apiServer(etcd, flags);
      startup.awaitReady(connection);
      return new ApiServer(startup.folder(), startup.processes(), connection);
    } catch (IOException | RuntimeException e) {
      startup.processes().forEach(process -> process.stop(GRACE));
      throw e;
    }
  }

  @Override
  public URI endpoint() {
    return connection.endpoint();
  }

  /** How an administrator reaches it. */
  public Connection connection() {
    return connection;
  }

  @Override
  public String kubeconfig() {
    return connection.kubeconfig();
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  /** What kube-apiserver writes. */
  public Path log() {
    return folder.resolve(Startup.LOG);
  }

  /** The process ids of all that runs for it. */
  public List<Long> pids() {
    return processes.stream()
        .flatMap(child -> child.tree().stream())
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Ends both processes and deletes what they wrote. */
  @Override
  public void close() {
    client.close();
    processes.forEach(process -> process.stop(GRACE));
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
