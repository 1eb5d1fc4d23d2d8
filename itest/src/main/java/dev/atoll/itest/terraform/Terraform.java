package dev.atoll.itest.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.Progress;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Terraform as it is on this machine: the program and the providers that lie here.
 *
 * <pre>{@code
 * WorkingDirectory root =
 *     Terraform.find(SearchPath.ofEnvironment(), System.err::println)
 *         .in(folder)
 *         .environment(world.environment());
 * root.init();
 * boolean changes = root.plan(folder.resolve("plan"));
 * root.apply();
 * }</pre>
 */
public final class Terraform {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path program;
  private final String version;
  private final ProviderMirrors mirrors;

  private Terraform(Path program, String version, ProviderMirrors mirrors) {
    this.program = program;
    this.version = version;
    this.mirrors = mirrors;
  }

  /**
   * Finds the program and the mirrors.
   *
   * @param path where {@code terraform} is looked for
   * @param progress hears in one line where providers come from
   * @throws TerraformException when there is no usable Terraform
   */
  public static Terraform find(SearchPath path, Progress progress) {
    return find(
        path,
        ProviderMirrors.usualFolders(System.getenv(), Path.of(System.getProperty("user.home"))),
        progress);
  }

  static Terraform find(SearchPath path, List<Path> mirrorFolders, Progress progress) {
    Path program =
        path.find("terraform")
            .orElseThrow(
                () ->
                    new TerraformException(
                        "No terraform on the PATH. Applying and reading plans needs it."
                            + " Install Terraform 1.11 or later.",
                        List.of()));
    JsonNode version = version(program);
    ProviderMirrors mirrors = ProviderMirrors.in(mirrorFolders, version.path("platform").asText());
    progress.say(mirrors.announcement());
    return new Terraform(program, version.path("terraform_version").asText(), mirrors);
  }

  private static JsonNode version(Path program) {
    List<String> lines = new CopyOnWriteArrayList<>();
    int exit =
        new Command(
                List.of(program.toString(), "version", "-json"),
                Path.of(""),
                Map.of("CHECKPOINT_DISABLE", "1", "PATH", System.getenv().getOrDefault("PATH", "")))
            .run(lines::add, Duration.ofSeconds(30));
    String output = String.join("\n", lines);
    try {
      JsonNode version = JSON.readTree(output);
      if (exit == 0 && version.hasNonNull("terraform_version")) {
        return version;
      }
    } catch (JsonProcessingException e) {
      // Not Terraform's answer: said below.
    }
    throw new TerraformException(
        program + " version -json gives no version: " + output.strip(), List.of());
  }

  /** Such as {@code 1.11.4}. */
  public String version() {
    return version;
  }

  /**
   * Whether a provider lies on this machine, in whichever version.
   *
   * @param source such as {@code registry.terraform.io/hashicorp/aws}
   */
  public boolean hasInMirror(String source) {
    return mirrors.sources().contains(source);
  }

  Path program() {
    return program;
  }

  /**
   * Prepares a working directory: the folder is made when it is not there, what is in it stays.
   *
   * @param folder holds the configuration; Terraform writes {@code .terraform} there, we {@code
   *     .atoll}
   */
  public WorkingDirectory in(Path folder) {
    CliConfiguration configuration =
        new CliConfiguration(folder.toAbsolutePath().resolve(".atoll"));
    try {
      Files.createDirectories(folder);
      configuration.write(mirrors);
    } catch (IOException e) {
      throw new UncheckedIOException("The working directory " + folder + " cannot be prepared", e);
    }
    return new WorkingDirectory(
        this, folder.toAbsolutePath(), Map.of(), Duration.ofMinutes(15), event -> {});
  }
}
