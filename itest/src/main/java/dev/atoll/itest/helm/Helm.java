package dev.atoll.itest.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.CommandException;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/**
 * The helm command against one cluster, with folders of its own: no repository, plugin or setting
 * of the user's has a say.
 */
public final class Helm implements AutoCloseable {

  /** What does not wait for a cluster takes no longer. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path program;
  private final Path folder;
  private final Map<String, String> environment;

  private Helm(Path program, Path folder, Map<String, String> environment) {
    this.program = program;
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Finds helm, or builds it once for this user.
   *
   * @param kubeconfig of the cluster, YAML; what only looks at charts asks for no cluster
   * @param progress hears of what takes its time
   * @throws HelmException when there is no helm and it cannot be built
   */
  public static Helm of(String kubeconfig, Progress progress) {
    return of(kubeconfig, Map.of(), progress);
  }

  /**
   * Finds helm, or builds it once for this user.
   *
   * @param kubeconfig of the cluster, YAML
   * @param environment more that helm and what it starts, such as {@code aws}, see
   * @param progress hears of what takes its time
   * @throws HelmException when there is no helm and it cannot be built
   */
  public static Helm of(String kubeconfig, Map<String, String> environment, Progress progress) {
    Path program = new HelmProgram(SearchPath.ofEnvironment(), Cache.ofUser(), progress).find();
    try {
      Path folder = Files.createTempDirectory("atoll-helm-");
      Path config =
          Files.createFile(
              folder.resolve("kubeconfig"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(config, kubeconfig);
      Map<String, String> seen = new HashMap<>();
      seen.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
      seen.put("HOME", folder.toString());
      seen.put("KUBECONFIG", config.toString());
      seen.put("HELM_CACHE_HOME", folder.resolve("cache").toString());
      seen.put("HELM_CONFIG_HOME", folder.resolve("config").toString());
      seen.put("HELM_DATA_HOME", folder.resolve("data").toString());
      seen.putAll(environment);
      return new Helm(program, folder, Map.copyOf(seen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code helm upgrade --install}.
   *
   * @return what the cluster has now
   * @throws HelmException when helm or the API refuses, or it is not ready in time
   */
  public Installed upgradeInstall(Release release) {
    List<String> words = new ArrayList<>(List.of("upgrade", "--install", "--create-namespace"));
    words.addAll(List.of("--output", "json"));
    if (!release.patience().isZero()) {
      words.addAll(
          List.of("--wait", "--wait-for-jobs", "--timeout", release.patience().toSeconds() + "s"));
    }
    words.addAll(List.of(release.name(), release.chart().toAbsolutePath().toString()));
    words.addAll(about(release));
    return installed(json(run(words, release.patience().plus(LIMIT))));
  }

  /**
   * {@code helm template}: the objects as YAML, without asking a cluster.
   *
   * @throws HelmException when the chart cannot be rendered
   */
  public String template(Release release) {
    List<String> words = new ArrayList<>(List.of("template", release.name()));
    words.add(release.chart().toAbsolutePath().toString());
    words.addAll(about(release));
    return String.join("\n", run(words, LIMIT)) + "\n";
  }

  /**
   * {@code helm lint}: what helm says of the chart.
   *
   * @throws HelmException when it finds an error
   */
  public List<String> lint(Release release) {
    List<String> words =
        new ArrayList<>(List.of("lint", release.chart().toAbsolutePath().toString()));
    words.addAll(about(release));
    return run(words, LIMIT);
  }

  /** {@code helm list}: the releases of all namespaces, whatever their status. */
  public List<Installed> list() {
    JsonNode all =
        json(run(List.of("list", "--all-namespaces", "--all", "--output", "json"), LIMIT));
    return StreamSupport.stream(all.spliterator(), false).map(Helm::listed).toList();
  }

  /**
   * {@code helm status}.
   *
   * @throws HelmException when there is no such release
   */
  public Installed status(String name, String namespace) {
    return installed(
        json(run(List.of("status", name, "--namespace", namespace, "--output", "json"), LIMIT)));
  }

  /**
   * {@code helm uninstall}.
   *
   * @throws HelmException when there is no such release
   */
  public void uninstall(String name, String namespace) {
    run(List.of("uninstall", name, "--namespace", namespace), LIMIT);
  }

  private List<String> about(Release release) {
    try {
      Path values = Files.createTempFile(folder, "values-", ".json");
      JSON.writeValue(values.toFile(), release.values());
      return List.of("--namespace", release.namespace(), "--values", values.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> run(List<String> arguments, Duration limit) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(arguments);
    List<String> errors = new CopyOnWriteArrayList<>();
    try {
      Path output = Files.createTempFile(folder, "output-", ".txt");
      int exit = new Command(words, folder, environment).runInto(output, errors::add, limit);
      List<String> lines = Files.readAllLines(output);
      if (exit != 0) {
        errors.addAll(lines);
        throw new HelmException(
            "helm %s failed with exit code %d:%n%s"
                .formatted(String.join(" ", arguments), exit, String.join("\n", errors)));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CommandException e) {
      throw new HelmException(e.getMessage() + "\n" + String.join("\n", errors), e);
    }
  }

  private static JsonNode json(List<String> lines) {
    try {
      return JSON.readTree(String.join("\n", lines));
    } catch (JsonProcessingException e) {
      throw new HelmException("helm did not answer in JSON: " + String.join("\n", lines), e);
    }
  }

  private static Installed installed(JsonNode release) {
    JsonNode chart = release.path("chart").path("metadata");
    return new Installed(
        release.path("name").asText(),
        release.path("namespace").asText(),
        release.path("version").asInt(),
        release.path("info").path("status").asText(),
        chart.isMissingNode()
            ? ""
            : chart.path("name").asText() + "-" + chart.path("version").asText());
  }

  private static Installed listed(JsonNode release) {
    return new Installed(
        release.path("name").asText(),
        release.path("namespace").asText(),
        release.path("revision").asInt(),
        release.path("status").asText(),
        release.path("chart").asText());
  }

  /** Deletes what helm wrote on this machine; the releases stay in the cluster. */
  @Override
  public void close() {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
