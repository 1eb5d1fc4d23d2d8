package dev.atoll.itest.kubernetes;

import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.cache.GoModule;
import dev.atoll.itest.cache.Platform;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds or prepares the programs of a Kubernetes API.
 *
 * @param path where Go is looked for
 * @param cache where they are kept
 * @param environment may name a prepared folder, {@code KUBE_API_TEST_DIR}, laid out as kube-api-
 *     test does: {@code k8s/VERSION-SYSTEM-ARCHITECTURE/} with the programs
 * @param download gets them from the internet into a folder, or says why not
 * @param progress hears of what takes its time
 */
record ControlPlaneInstaller(
    SearchPath path,
    Cache cache,
    Map<String, String> environment,
    Download download,
    Progress progress) {

  static final String PREPARED = "KUBE_API_TEST_DIR";

  static final String KUBERNETES = "1.33.13";
  private static final String ETCD = "3.6.16";
  private static final String VERSION = "k8s.io/component-base/version";

  private static final GoModule KUBERNETES_MODULE =
      new GoModule(
          ControlPlaneInstaller.class,
          "kubernetes",
          List.of("go.mod", "go.sum"),
          List.of("k8s.io/kubernetes/cmd/kube-apiserver", "k8s.io/kubernetes/cmd/kubectl"),
          "-s -w -X %1$s.gitVersion=v%2$s -X %1$s.gitMajor=1 -X %1$s.gitMinor=33 -X %1$s.gitTreeState=clean"
              .formatted(VERSION, KUBERNETES));

  private static final GoModule ETCD_MODULE =
      new GoModule(
          ControlPlaneInstaller.class,
          "etcd",
          List.of("go.mod", "go.sum", "main.go"),
          List.of("."),
          "-s -w");

  /** Gets the programs from the internet. */
  @FunctionalInterface
  interface Download {
    /**
     * Gets them.
     *
     * @return the folder that holds them now
     * @throws IOException when the internet is out of reach
     */
    Path into(Path folder) throws IOException;
  }

  ControlPlaneInstaller(
      SearchPath path, Cache cache, Map<String, String> environment, Progress progress) {
    this(path, cache, environment, new KubeApiTestDownload(Duration.ofMinutes(2)), progress);
  }

  ControlPlane install() {
    return Optional.ofNullable(environment.get(PREPARED))
        .filter(folder -> !folder.isBlank())
        .map(folder -> prepared(Path.of(folder)))
        .or(this::cached)
        .orElseGet(this::make);
  }

  private static ControlPlane prepared(Path folder) {
    return newest(folder.resolve("k8s"))
        .orElseThrow(
            () ->
                new KubernetesException(
                    "%s names %s, which holds no k8s/VERSION-%s folder with etcd, kube-apiserver"
                            .formatted(PREPARED, folder, Platform.current())
                        + " and kubectl. A Kubernetes API runs on these. Complete the folder or"
                        + " unset the variable."));
  }

  private static Optional<ControlPlane> newest(Path versions) {
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders
          .filter(folder -> folder.getFileName().toString().endsWith("-" + Platform.current()))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .flatMap(folder -> ControlPlane.in(folder).stream())
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ControlPlane> cached() {
    return Stream.of(built(), downloaded())
        .flatMap(folder -> ControlPlane.in(cache.root().resolve(folder)).stream())
        .findFirst();
  }

  private static String built() {
    return "kubernetes-%s-etcd-%s-%s".formatted(KUBERNETES, ETCD, Platform.current());
  }

  private static String downloaded() {
    return "kubernetes-%s-%s".formatted(KubeApiTestDownload.VERSION, Platform.current());
  }

  private ControlPlane make() {
    progress.say("Downloading a Kubernetes API server and etcd, once, about 60 MB.");
    try {
      return new ControlPlane(cache.folder(downloaded(), this::download));
    } catch (IOException outOfReach) {
      return build(outOfReach);
    }
  }

  private void download(Path folder) throws IOException {
    Path programs = download.into(folder.resolve("download"));
    for (Path program :
        List.of(
            programs.resolve("etcd"),
            programs.resolve("kube-apiserver"),
            programs.resolve("kubectl"))) {
      Files.move(program, folder.resolve(program.getFileName()));
    }
  }

  private ControlPlane build(IOException outOfReach) {
    Path go =
        path.find("go")
            .orElseThrow(
                () ->
                    new KubernetesException(
                        "No Kubernetes API server: the download failed ("
                            + outOfReach.getMessage()
                            + ") and there is no Go on the PATH to build it with. What is asked of"
                            + " a cluster needs one. Install Go 1.26 or newer, or set "
                            + PREPARED
                            + " to a folder k8s/VERSION-"
                            + Platform.current()
                            + " with etcd, kube-apiserver and kubectl in it.",
                        outOfReach));
    try {
      return new ControlPlane(cache.folder(built(), folder -> build(go, folder)));
    } catch (IOException e) {
      e.addSuppressed(outOfReach);
      throw new KubernetesException(
          "No Kubernetes API server: the download failed ("
              + outOfReach.getMessage()
              + ") and so did building it: "
              + e.getMessage(),
          e);
    }
  }

  private void build(Path go, Path folder) throws IOException {
    progress.say(
        "The download is out of reach. Building Kubernetes "
            + KUBERNETES
            + " and etcd "
            + ETCD
            + " with Go, once; about 8 minutes on two cores: "
            + cache.root().resolve(built()));
    ETCD_MODULE.build(go, folder, progress);
    progress.say("  etcd is built; now kube-apiserver and kubectl");
    KUBERNETES_MODULE.build(go, folder, progress);
    progress.say("  Kubernetes is built");
  }
}
