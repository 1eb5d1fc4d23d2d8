package dev.atoll.itest.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The providers that lie on this machine.
 *
 * @param providers each source and version once
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation">
 *     Provider installation</a>
 */
record ProviderMirrors(List<MirroredProvider> providers) {

  private static final Pattern PACKED =
      Pattern.compile("terraform-provider-[^_]+_([^_]+)_(.+)\\.zip");

  ProviderMirrors {
    providers = List.copyOf(providers);
  }

  /**
   * Terraform's implied mirrors, its plugin cache, and mirrors in the usual places for more
   * software.
   */
  static List<Path> usualFolders(Map<String, String> environment, Path home) {
    List<Path> folders = new ArrayList<>();
    Optional.ofNullable(environment.get("TF_PLUGIN_CACHE_DIR"))
        .map(Path::of)
        .ifPresent(folders::add);
    folders.add(home.resolve(".terraform.d/plugins"));
    folders.add(home.resolve(".local/share/terraform/plugins"));
    folders.add(home.resolve("Library/Application Support/io.terraform/plugins"));
    folders.add(Path.of("/Library/Application Support/io.terraform/plugins"));
    folders.add(Path.of("/usr/local/share/terraform/plugins"));
    folders.add(Path.of("/usr/share/terraform/plugins"));
    for (Path more : List.of(Path.of("/opt"), Path.of("/usr/local/share"))) {
      children(more)
          .filter(folder -> Files.isDirectory(folder.resolve("registry.terraform.io")))
          .forEach(folders::add);
    }
    return folders;
  }

  /**
   * Looks into mirrors, in Terraform's packed and unpacked layout.
   *
   * @param folders in order: of the same version, the first found counts
   * @param platform such as {@code linux_amd64}; packages for others do not count
   */
  static ProviderMirrors in(List<Path> folders, String platform) {
    Map<String, MirroredProvider> found = new LinkedHashMap<>();
    for (Path mirror : folders) {
      children(mirror)
          .filter(host -> host.getFileName().toString().contains("."))
          .flatMap(ProviderMirrors::packages)
          .flatMap(file -> provider(mirror, file, platform).stream())
          .forEach(provider -> found.putIfAbsent(provider.toString(), provider));
    }
    return new ProviderMirrors(List.copyOf(found.values()));
  }

  // host/namespace/type/version/platform, or host/namespace/type/terraform-provider-….zip
  private static Optional<MirroredProvider> provider(Path mirror, Path file, String platform) {
    Path relative = mirror.relativize(file);
    String name = file.getFileName().toString();
    int depth = relative.getNameCount();
    if (depth < 4) {
      return Optional.empty();
    }
    String source = relative.subpath(0, 3).toString();
    Matcher packed = PACKED.matcher(name);
    if (depth == 5 && name.equals(platform) && Files.isDirectory(file)) {
      return Optional.of(
          new MirroredProvider(source, relative.getName(3).toString(), file, mirror));
    }
    return depth == 4 && packed.matches() && packed.group(2).equals(platform)
        ? Optional.of(new MirroredProvider(source, packed.group(1), file, mirror))
        : Optional.empty();
  }

  private static Stream<Path> packages(Path host) {
    try (Stream<Path> all = Files.walk(host, 4, FileVisitOption.FOLLOW_LINKS)) {
      return all.sorted().toList().stream();
    } catch (IOException | UncheckedIOException unreadable) {
      return Stream.empty();
    }
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException absentOrUnreadable) {
      return Stream.empty();
    }
  }

  /** The sources, each once. */
  List<String> sources() {
    return providers.stream().map(MirroredProvider::source).distinct().toList();
  }

  /** One sentence: which providers come from where. */
  String announcement() {
    if (providers.isEmpty()) {
      return "No provider mirror on this machine: providers come from their registry";
    }
    Map<Path, List<MirroredProvider>> byMirror =
        providers.stream()
            .collect(
                Collectors.groupingBy(
                    MirroredProvider::mirror, LinkedHashMap::new, Collectors.toList()));
    return byMirror.entrySet().stream()
        .map(
            entry ->
                "Providers from the mirror "
                    + entry.getKey()
                    + ": "
                    + entry.getValue().stream()
                        .map(MirroredProvider::toString)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }
}
