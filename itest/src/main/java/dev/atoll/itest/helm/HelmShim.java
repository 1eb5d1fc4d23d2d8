package dev.atoll.itest.helm;

import dev.atoll.itest.cache.Cache;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code helm} for the PATH that plays the repositories of published charts: those that have a
 * stand-in come from a folder, in whichever version is asked for, and helm itself does everything
 * else. It says on standard error each time that a stand-in is taken. Which there are and what they
 * leave out stands in {@code charts/stand-ins.md} beside this class.
 *
 * @param folder where it was written
 */
public record HelmShim(Path folder) {

  /** The published charts that have a stand-in. */
  public static final List<String> CHARTS =
      List.of(
          "aws-load-balancer-controller",
          "aws-ebs-csi-driver",
          "karpenter",
          "cert-manager",
          "metrics-server",
          "external-secrets",
          "coder");

  /** What the folder of a chart may have. */
  private static final List<String> FILES =
      List.of(
          "Chart.yaml",
          "values.yaml",
          "keys.txt",
          "templates/objects.yaml",
          "templates/crds.yaml",
          "templates/account.yaml",
          "templates/deployment.yaml",
          "templates/service.yaml",
          "crds/crds.yaml");

  private static final String SWITCH = "ATOLL_CHARTS";

  /**
   * Writes it, with helm as it is on this machine, or built once for this user.
   *
   * @param folder where; made when it is not there
   * @throws HelmException when there is no helm and it cannot be built
   */
  public static HelmShim write(Path folder, Progress progress) {
    Path helm = new HelmProgram(SearchPath.ofEnvironment(), Cache.ofUser(), progress).find();
    return write(folder, helm);
  }

  static HelmShim write(Path folder, Path helm) {
    HelmShim shim = new HelmShim(folder.toAbsolutePath());
    try {
      Path program = shim.programs().resolve("helm");
      Files.createDirectories(shim.programs());
      Files.writeString(program, text("helm.sh").orElseThrow().replace("@HELM@", helm.toString()));
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      for (String chart : CHARTS) {
        for (String file : FILES) {
          Optional<String> text = text("charts/" + chart + "/" + file);
          if (text.isPresent()) {
            Path target = shim.chart(chart).resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text.get());
          }
        }
      }
      return shim;
    } catch (IOException e) {
      throw new UncheckedIOException("The stand-in charts cannot be written to " + folder, e);
    }
  }

  /** The folder of the stand-in for that chart. */
  public Path chart(String name) {
    return charts().resolve(name);
  }

  /** The environment in which programs find it first, and stand-ins are taken. */
  public Map<String, String> environment(Map<String, String> environment) {
    Map<String, String> seen = new HashMap<>(environment);
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    seen.put("PATH", programs() + File.pathSeparator + path);
    seen.put(SWITCH, charts().toString());
    return Map.copyOf(seen);
  }

  private Path programs() {
    return folder.resolve("bin");
  }

  private Path charts() {
    return folder.resolve("charts");
  }

  private static Optional<String> text(String name) throws IOException {
    try (InputStream stream = HelmShim.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
