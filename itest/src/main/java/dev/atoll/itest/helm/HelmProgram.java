package dev.atoll.itest.helm;

import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.cache.GoModule;
import dev.atoll.itest.cache.Platform;
import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds helm 3, or builds it once for this user.
 *
 * @param path where helm and Go are looked for
 * @param cache where the built one is kept
 * @param progress hears of what takes its time
 */
record HelmProgram(SearchPath path, Cache cache, Progress progress) {

  private static final String VERSION = "3.19.5";

  private static final GoModule MODULE =
      new GoModule(
          HelmProgram.class,
          "build",
          List.of("go.mod", "go.sum"),
          List.of("helm.sh/helm/v3/cmd/helm"),
          "-s -w -X helm.sh/helm/v3/internal/version.version=v" + VERSION);

  /**
   * The program.
   *
   * @throws HelmException when there is none and it cannot be built
   */
  Path find() {
    return path.find("helm").filter(HelmProgram::three).or(this::cached).orElseGet(this::build);
  }

  // Version 4 has other flags; 2 asks for a server of its own.
  private static boolean three(Path helm) {
    List<String> lines = new CopyOnWriteArrayList<>();
    try {
      int exit =
          new Command(List.of(helm.toString(), "version", "--short"), Path.of(""), System.getenv())
              .run(lines::add, Duration.ofSeconds(20));
      return exit == 0 && lines.stream().anyMatch(line -> line.startsWith("v3."));
    } catch (CommandException unusable) {
      return false;
    }
  }

  private static String folder() {
    return "helm-%s-%s".formatted(VERSION, Platform.current());
  }

  private Optional<Path> cached() {
    return Optional.of(cache.root().resolve(folder()).resolve("helm")).filter(Files::isExecutable);
  }

  private Path build() {
    Path go =
        path.find("go")
            .orElseThrow(
                () ->
                    new HelmException(
                        "No helm 3 on the PATH, and no Go to build it with. Everything inside a"
                            + " cluster is installed by helm. Install helm 3 (or Go 1.24 or"
                            + " newer) and put it on the PATH."));
    try {
      return cache.folder(folder(), target -> build(go, target)).resolve("helm");
    } catch (IOException e) {
      throw new HelmException(
          "No helm 3 on the PATH, and building it failed: " + e.getMessage(), e);
    }
  }

  private void build(Path go, Path target) throws IOException {
    progress.say(
        "No helm 3 on the PATH. Building helm "
            + VERSION
            + " with Go, once; about 2 minutes: "
            + cache.root().resolve(folder()));
    MODULE.build(go, target, progress);
  }
}
