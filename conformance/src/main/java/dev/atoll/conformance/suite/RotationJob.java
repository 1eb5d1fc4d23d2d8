package dev.atoll.conformance.suite;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.twin.JobRunner;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the rotation's own script, as the chart brings it, with a real Python against the emulator's
 * Secrets Manager. What it publishes is in the clusters once it has ended: whatever carries it
 * there lives in real time, while a day of the twin is over at once, and the old key with it.
 */
final class RotationJob implements JobRunner {

  private static final String SCRIPT = "/charts/litellm/files/rotate.py";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Run run;
  private final Deployed deployed;

  RotationJob(Run run, Deployed deployed) {
    this.run = run;
    this.deployed = deployed;
  }

  @Override
  public List<String> run(List<String> command, Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    for (String word : command) {
      words.add(
          word.startsWith("python")
              ? deployed.python().toString()
              : word.endsWith("/rotate.py") ? script().toString() : word);
    }
    Map<String, String> seen = new HashMap<>(environment);
    seen.putAll(deployed.world().environment());
    seen.put("PATH", System.getenv("PATH"));
    List<String> wrote = new ArrayList<>();
    int status = new Command(words, run.folder(), seen).run(wrote::add, LIMIT);
    if (status != 0) {
      throw new TrafficException(
          "the rotation's script ended with %d: %s"
              .formatted(status, wrote.isEmpty() ? "" : wrote.get(wrote.size() - 1)));
    }
    deployed.clusters().carrySecrets();
    return List.copyOf(wrote);
  }

  private Path script() {
    Path file = run.folder().resolve("rotate.py");
    try (InputStream text = RotationJob.class.getResourceAsStream(SCRIPT)) {
      Files.copy(Objects.requireNonNull(text, SCRIPT), file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
