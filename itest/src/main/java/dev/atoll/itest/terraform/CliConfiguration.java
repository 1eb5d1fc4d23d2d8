package dev.atoll.itest.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Terraform's CLI configuration for one working directory, instead of the user's: providers on this
 * machine come from here, all others from their registry.
 *
 * @param folder where it is written
 */
record CliConfiguration(Path folder) {

  Path file() {
    return folder.resolve("terraform.rc");
  }

  /** Writes the file, and one mirror that has what all mirrors have. */
  void write(ProviderMirrors mirrors) throws IOException {
    Path mirror = Files.createDirectories(folder.resolve("mirror"));
    for (MirroredProvider provider : mirrors.providers()) {
      link(mirror, provider);
    }
    Files.writeString(file(), text(mirror, mirrors.sources()));
  }

  // Terraform follows a link in the place of a package, but not one further up.
  private static void link(Path mirror, MirroredProvider provider) throws IOException {
    Path original = provider.mirror().relativize(provider.location());
    Path link = mirror.resolve(original);
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, provider.location().toRealPath());
  }

  private static String text(Path mirror, List<String> sources) {
    if (sources.isEmpty()) {
      return "provider_installation {\n  direct {}\n}\n";
    }
    String list =
        sources.stream().map(CliConfiguration::quoted).collect(Collectors.joining(", ", "[", "]"));
    return """
    provider_installation {
      filesystem_mirror {
        path    = %s
        include = %s
      }
      direct {
        exclude = %s
      }
    }
    """
        .formatted(quoted(mirror.toString()), list, list);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "$${") + '"';
  }
}
