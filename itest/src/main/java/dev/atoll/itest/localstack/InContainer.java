package dev.atoll.itest.localstack;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.atoll.itest.backend.Causes;
import dev.atoll.itest.backend.Hold;
import dev.atoll.itest.cache.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, by Testcontainers.
 *
 * @param container what runs
 * @param hold ends it with this JVM
 * @param folder on this machine, for the log
 */
record InContainer(LocalStackContainer container, Hold hold, Path folder) implements Running {

  /** The last tag that needs no token. */
  static final String IMAGE = "localstack/localstack:4.14.0";

  /** Python files here run in LocalStack's own process before it answers. */
  static final String HOOKS = "/etc/localstack/init/start.d/";

  /** What they import. Not in the folder of the hooks, or each of them would run as one. */
  static final String SCRIPTS = "/opt/atoll/";

  private static final int PORT = 4566;

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

  static InContainer start() {
    try {
      Path folder = Files.createTempDirectory("atoll-localstack-");
      Files.createDirectory(folder.resolve(COMMANDS));
      return start(folder);
    } catch (IOException e) {
      throw new LocalStackException("LocalStack cannot be started: " + e.getMessage(), e);
    }
  }

  // Testcontainers asks Docker already when a container is described.
  private static InContainer start(Path folder) {
    try {
      return start(
          configured().withLogConsumer(frame -> append(folder.resolve(LOG), frame)), folder);
    } catch (RuntimeException e) {
      throw new LocalStackException(
          "LocalStack cannot be started in Docker: "
              + Causes.innermost(e)
              + ". The backend process does without. Log: "
              + folder.resolve(LOG),
          e);
    }
  }

  private static InContainer start(LocalStackContainer container, Path folder) {
    try {
      container.start();
      return new InContainer(container, Hold.on(container.getContainerId()), folder);
    } catch (RuntimeException e) {
      container.stop();
      throw e;
    }
  }

  private static LocalStackContainer configured() {
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withEnv(Settings.SHARED)
            .withEnv("PYTHONPATH", SCRIPTS);
    if (LOCAL.contains(container.getHost())) {
      container.withCreateContainerCmdModifier(InContainer::bindToLoopback);
    }
    files()
        .forEach(
            (path, script) ->
                container.withCopyToContainer(Transferable.of(Resources.text(script)), path));
    return container;
  }

  // Docker would publish it to the network, and it asks nobody for a password.
  private static void bindToLoopback(CreateContainerCmd command) {
    command
        .getHostConfig()
        .withPortBindings(
            new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
  }

  /** Our scripts by where they are put. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(HOOKS + Scripts.COMPLETE, Scripts.COMPLETE);
    Scripts.GAPS.forEach(script -> files.put(SCRIPTS + script, script));
    return files;
  }

  private static void append(Path log, OutputFrame frame) {
    try {
      Files.writeString(
          log, frame.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public String manner() {
    return "in a container, by Testcontainers";
  }

  // What came from a registry has that registry's digest; what was built here has none.
  @Override
  public String origin() {
    List<String> digests =
        container
            .getDockerClient()
            .inspectImageCmd(container.getContainerInfo().getImageId())
            .exec()
            .getRepoDigests();
    return digests == null || digests.isEmpty()
        ? "a locally built image called " + IMAGE + ", not the vendor's"
        : "the image " + digests.get(0);
  }

  @Override
  public List<Long> pids() {
    return List.of();
  }

  @Override
  public void place(String file, String content) {
    container.copyFileToContainer(Transferable.of(content), SCRIPTS + file);
  }

  @Override
  public void close() {
    container.stop();
    hold.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
