package dev.atoll.itest.localstack;

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
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, by Testcontainers, which ends it with this JVM.
 *
 * @param container what runs
 * @param folder on this machine, for the log
 */
record InContainer(LocalStackContainer container, Path folder) implements Running {

  /** The last tag that needs no token. */
  static final String IMAGE = "localstack/localstack:4.14.0";

  /** Python files here run in LocalStack's own process before it answers. */
  static final String HOOKS = "/etc/localstack/init/start.d/";

  /** What they import. Not in the folder of the hooks, or each of them would run as one. */
  static final String SCRIPTS = "/opt/atoll/";

  static InContainer start() {
    try {
      Path folder = Files.createTempDirectory("atoll-localstack-");
      Files.createDirectory(folder.resolve(COMMANDS));
      LocalStackContainer container =
          configured().withLogConsumer(frame -> append(folder.resolve(LOG), frame));
      return start(new InContainer(container, folder));
    } catch (IOException e) {
      throw new LocalStackException("LocalStack cannot be started: " + e.getMessage(), e);
    }
  }

  private static InContainer start(InContainer prepared) {
    try {
      prepared.container.start();
      return prepared;
    } catch (RuntimeException e) {
      prepared.container.stop();
      throw new LocalStackException(
          "LocalStack cannot be started in Docker: "
              + e.getMessage()
              + ". It needs the image "
              + IMAGE
              + ". The backend process does without. Log: "
              + prepared.folder.resolve(LOG),
          e);
    }
  }

  static LocalStackContainer configured() {
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withEnv(Settings.SHARED)
            .withEnv("PYTHONPATH", SCRIPTS);
    files()
        .forEach(
            (path, script) ->
                container.withCopyToContainer(Transferable.of(Resources.text(script)), path));
    return container;
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
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
