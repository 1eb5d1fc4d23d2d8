package dev.atoll.itest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.cache.Platform;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepared, cached, downloaded, built: in this order, and what is missing is said. */
class ControlPlaneInstallerTest {

  private static final ControlPlaneInstaller.Download WALL =
      folder -> {
        throw new IOException("a wall");
      };

  @TempDir private Path root;
  private final List<String> said = new ArrayList<>();

  @Test
  void aPreparedFolderIsTakenTheNewestOfThisPlatform() throws IOException {
    programs(root.resolve("k8s").resolve("1.30.0-" + Platform.current()));
    programs(root.resolve("k8s").resolve("1.33.0-plan9-mips"));
    Path newest = programs(root.resolve("k8s").resolve("1.32.0-" + Platform.current()));

    assertThat(install(Map.of("KUBE_API_TEST_DIR", root.toString()), WALL, List.of()).folder())
        .isEqualTo(newest);
    assertThat(said).isEmpty();
  }

  @Test
  void aPreparedFolderThatLacksAProgramIsRefused() throws IOException {
    Path folder = programs(root.resolve("k8s").resolve("1.32.0-" + Platform.current()));
    Files.delete(folder.resolve("etcd"));

    assertThatThrownBy(() -> install(Map.of("KUBE_API_TEST_DIR", root.toString()), WALL, List.of()))
        .isInstanceOf(KubernetesException.class)
        .hasMessageContaining("KUBE_API_TEST_DIR names " + root)
        .hasMessageContaining("Complete the folder or unset the variable");
  }

  @Test
  void whatWasDownloadedIsKept() throws IOException {
    ControlPlane first = install(Map.of(), ControlPlaneInstallerTest::programs, List.of());
    assertThat(said).singleElement().asString().contains("Downloading");

    assertThat(install(Map.of(), WALL, List.of())).isEqualTo(first);
    assertThat(said).hasSize(1);
  }

  @Test
  void behindAWallItIsBuiltByGo() throws IOException {
    // Plays "go build … -o FOLDER/ …" for both modules.
    Path go = Files.createDirectory(root.resolve("bin")).resolve("go");
    Files.writeString(
        go,
        """
        #!/bin/sh
        test -f go.sum || exit 3
        while [ "$1" != "-o" ]; do shift; done
        for program in etcd kube-apiserver kubectl; do
          echo "#!/bin/sh" > "$2$program"; chmod +x "$2$program"
        done
        """);
    assertThat(go.toFile().setExecutable(true)).isTrue();

    ControlPlane built = install(Map.of(), WALL, List.of(go.getParent()));

    assertThat(built.apiServer()).isExecutable();
    assertThat(built.folder().getFileName().toString()).startsWith("kubernetes-1.33.13-etcd-");
    assertThat(said).anyMatch(line -> line.contains("with Go, once"));
  }

  @Test
  void aBuildThatFailsIsSaidWithItsLastLines() throws IOException {
    Path go = Files.createDirectory(root.resolve("bin")).resolve("go");
    Files.writeString(go, "#!/bin/sh\necho no such module\nexit 1\n");
    assertThat(go.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> install(Map.of(), WALL, List.of(go.getParent())))
        .hasMessageContaining("a wall")
        .hasMessageContaining("exit code 1")
        .hasMessageContaining("no such module");
  }

  @Test
  void withoutGoItIsSaidWhatToDo() {
    assertThatThrownBy(() -> install(Map.of(), WALL, List.of()))
        .isInstanceOf(KubernetesException.class)
        .hasMessageContaining("a wall")
        .hasMessageContaining("no Go on the PATH")
        .hasMessageContaining("KUBE_API_TEST_DIR");
  }

  private ControlPlane install(
      Map<String, String> environment, ControlPlaneInstaller.Download download, List<Path> path) {
    return new ControlPlaneInstaller(
            new SearchPath(path),
            new Cache(root.resolve("cache")),
            environment,
            download,
            said::add)
        .install();
  }

  private static Path programs(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String program : List.of("etcd", "kube-apiserver", "kubectl")) {
      Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return folder;
  }
}
