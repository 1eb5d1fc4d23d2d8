package dev.atoll.itest.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderMirrorsTest {

  private static final String PLATFORM = "linux_amd64";

  @TempDir private Path folder;

  @Test
  void bothLayoutsAreReadForThisPlatformOnly() throws IOException {
    Files.createDirectories(folder.resolve("registry.terraform.io/a/unpacked/1.0.0/linux_amd64"));
    Files.createDirectories(folder.resolve("registry.terraform.io/a/other/1.0.0/darwin_arm64"));
    Path packed = Files.createDirectories(folder.resolve("example.org/b/packed"));
    Files.createFile(packed.resolve("terraform-provider-packed_2.1.0_linux_amd64.zip"));
    Files.createFile(packed.resolve("terraform-provider-packed_2.2.0_windows_amd64.zip"));
    Files.createDirectories(folder.resolve("unrelated/a/b/1.0.0/linux_amd64"));

    ProviderMirrors mirrors = ProviderMirrors.in(List.of(folder), PLATFORM);

    assertThat(mirrors.providers())
        .extracting(MirroredProvider::toString)
        .containsExactlyInAnyOrder("a/unpacked 1.0.0", "example.org/b/packed 2.1.0");
    assertThat(mirrors.announcement())
        .startsWith("Providers from the mirror " + folder + ": ")
        .contains("a/unpacked 1.0.0");
  }

  @Test
  void theFirstMirrorThatHasAVersionCounts() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    for (Path mirror : List.of(first, second)) {
      Files.createDirectories(mirror.resolve("registry.terraform.io/a/b/1.0.0/linux_amd64"));
    }
    Files.createDirectories(second.resolve("registry.terraform.io/a/b/2.0.0/linux_amd64"));

    assertThat(ProviderMirrors.in(List.of(first, second), PLATFORM).providers())
        .extracting(MirroredProvider::version, MirroredProvider::mirror)
        .containsExactly(tuple("1.0.0", first), tuple("2.0.0", second));
  }

  @Test
  void noMirrorIsSaid() {
    assertThat(ProviderMirrors.in(List.of(folder.resolve("missing")), PLATFORM).announcement())
        .contains("No provider mirror");
  }

  @Test
  void thePluginCacheIsLookedIntoFirst() {
    assertThat(ProviderMirrors.usualFolders(Map.of("TF_PLUGIN_CACHE_DIR", "/cache"), folder))
        .startsWith(Path.of("/cache"), folder.resolve(".terraform.d/plugins"));
  }
}
