package dev.atoll.itest.cache;

import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Programs that the Go toolchain builds from a module of ours, whose {@code go.sum} pins every line
 * of what it is built from.
 *
 * @param owner the class that the module's files travel with
 * @param resources the folder of the files, relative to that class
 * @param files of the module: {@code go.mod}, {@code go.sum} and what is compiled
 * @param packages the commands that are built
 * @param linkerFlags such as the version that a program says it has
 */
public record GoModule(
    Class<?> owner,
    String resources,
    List<String> files,
    List<String> packages,
    String linkerFlags) {

  private static final Duration LIMIT = Duration.ofMinutes(45);

  /** After so many compiled packages it says so: every half a minute or so. */
  private static final int STEP = 150;

  /** Copies the lists. */
  public GoModule {
    files = List.copyOf(files);
    packages = List.copyOf(packages);
  }

  /**
   * Builds the commands.
   *
   * @param go the toolchain
   * @param target where the programs are put, under the last part of their packages' names
   * @param progress hears how far it is
   * @throws IOException when the toolchain fails; the message has its last lines
   */
  public void build(Path go, Path target, Progress progress) throws IOException {
    Path sources = Files.createTempDirectory("atoll-go-");
    try {
      for (String file : files) {
        Files.writeString(sources.resolve(file), text(file));
      }
      run(go, sources, target, progress);
    } finally {
      Folders.delete(sources);
    }
  }

  private void run(Path go, Path sources, Path target, Progress progress) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(go.toString(), "build", "-v", "-trimpath", "-ldflags", linkerFlags));
    words.addAll(List.of("-o", target.toAbsolutePath() + "/"));
    words.addAll(packages);
    // The environment as it is, but for what would change the programs: it may name a mirror.
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(Map.of("CGO_ENABLED", "0", "GOWORK", "off"));
    environment.keySet().removeAll(List.of("GOOS", "GOARCH"));
    List<String> output = new CopyOnWriteArrayList<>();
    AtomicInteger compiled = new AtomicInteger();
    try {
      int exit =
          new Command(words, sources, environment)
              .run(
                  line -> {
                    output.add(line);
                    if (compiled.incrementAndGet() % STEP == 0) {
                      progress.say("  " + compiled + " packages fetched or compiled");
                    }
                  },
                  LIMIT);
      if (exit != 0) {
        List<String> last = output.subList(Math.max(0, output.size() - 8), output.size());
        throw new IOException(
            "go build failed with exit code "
                + exit
                + ". Is a Go module proxy within reach (GOPROXY)? Last lines:\n"
                + String.join("\n", last));
      }
    } catch (CommandException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private String text(String file) throws IOException {
    try (InputStream stream = owner.getResourceAsStream(resources + "/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
