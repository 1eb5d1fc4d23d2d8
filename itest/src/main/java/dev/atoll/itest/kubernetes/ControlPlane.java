package dev.atoll.itest.kubernetes;

import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The programs of a Kubernetes API, all in one folder.
 *
 * @param folder that holds them
 */
public record ControlPlane(Path folder) {

  private static final List<String> PROGRAMS = List.of("etcd", "kube-apiserver", "kubectl");

  /**
   * Finds them, or prepares them once for this user: downloaded where the internet is within reach,
   * else built by the Go toolchain.
   *
   * @param progress hears of what takes its time
   * @throws KubernetesException when neither can be done
   */
  public static ControlPlane install(Progress progress) {
    return new ControlPlaneInstaller(
            SearchPath.ofEnvironment(), Cache.ofUser(), System.getenv(), progress)
        .install();
  }

  /** Those of a folder, if it has all of them. */
  static Optional<ControlPlane> in(Path folder) {
    return Optional.of(folder)
        .filter(
            each -> PROGRAMS.stream().map(each::resolve).allMatch(path -> Files.isExecutable(path)))
        .map(ControlPlane::new);
  }

  /** Keeps the objects. */
  public Path etcd() {
    return folder.resolve("etcd");
  }

  /** Answers. */
  public Path apiServer() {
    return folder.resolve("kube-apiserver");
  }

  /** The command line, of the same version. */
  public Path kubectl() {
    return folder.resolve("kubectl");
  }
}
