package dev.atoll.itest.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is filled once, wholly or not at all. */
class CacheTest {

  @TempDir private Path root;

  @Test
  void whoeverAsksTheFolderIsFilledOnce() {
    Cache cache = new Cache(root);
    AtomicInteger fillings = new AtomicInteger();
    List<CompletableFuture<Path>> asked =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask(cache, fillings)))
            .limit(8)
            .toList();

    assertThat(asked).allSatisfy(each -> assertThat(each.join().resolve("program")).exists());
    assertThat(fillings).hasValue(1);
  }

  private static Path ask(Cache cache, AtomicInteger fillings) {
    try {
      return cache.folder(
          "tool-1",
          folder -> {
            fillings.incrementAndGet();
            Files.writeString(folder.resolve("program"), "…");
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatFailsHalfwayLeavesNothingAndMayBeTriedAgain() throws IOException {
    Cache cache = new Cache(root);
    assertThatThrownBy(
            () ->
                cache.folder(
                    "tool-1",
                    folder -> {
                      Files.writeString(folder.resolve("half"), "…");
                      throw new IOException("out of reach");
                    }))
        .hasMessage("out of reach");
    assertThat(root.resolve("tool-1")).doesNotExist();
    assertThat(root.resolve("tool-1.unfinished")).doesNotExist();

    assertThat(cache.folder("tool-1", folder -> {})).isEmptyDirectory();
  }

  @Test
  void platformsAreNamedAsGoNamesThem() {
    assertThat(Platform.of("Linux", "amd64")).hasToString("linux-amd64");
    assertThat(Platform.of("Mac OS X", "aarch64")).hasToString("darwin-arm64");
    assertThat(Platform.of("Linux", "x86_64")).hasToString("linux-amd64");
  }
}
