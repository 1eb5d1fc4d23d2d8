package dev.atoll.stacks;

import dev.atoll.stacks.cdktf.CdktfEngine;
import dev.atoll.stacks.terraform.Root;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a deployment as Terraform JSON. Needs Node.js, and neither network nor credentials. The
 * same deployment gives the same bytes. What was there before is replaced file by file and only
 * once everything new is complete; state that lies beside is never touched.
 */
public final class Synthesis {

  /** CDKTF's folder for what it writes. */
  public static final String OUTPUT = "cdktf.out";

  /** The main root, where {@code terraform apply} finds it. */
  public static final String MAIN_ROOT_FILE = "atoll.tf.json";

  private Synthesis() {}

  /**
   * Writes every root below {@code cdktf.out} and the main one into the folder itself.
   *
   * @param deployment what to write
   * @param folder the folder in which {@code terraform apply} shall work
   * @return the files that were written
   * @throws SynthesisException when Node.js is missing or fails, or a file cannot be written
   */
  public static List<Path> write(Deployment deployment, Path folder) {
    requireNode(System.getenv("PATH"));
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, ".atoll-synth-");
      try {
        CdktfEngine.synthesize(deployment.roots(), fresh);
        Path main = cdkTfJson(fresh, deployment.main());
        Path copy = Files.copy(main, fresh.resolve(MAIN_ROOT_FILE));
        return new Publication(folder).publish(fresh, copy);
      } finally {
        Publication.delete(fresh);
      }
    } catch (IOException e) {
      throw new SynthesisException(
          "The Terraform JSON could not be written to %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** The file of a root below CDKTF's output folder. */
  public static Path cdkTfJson(Path output, Root root) {
    return output.resolve("stacks").resolve(root.name()).resolve("cdk.tf.json");
  }

  static void requireNode(String path) {
    boolean found =
        Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .anyMatch(
                entry ->
                    Files.isExecutable(entry.resolve("node"))
                        || Files.isExecutable(entry.resolve("node.exe")));
    if (!found) {
      throw new SynthesisException(
          "Node.js is missing: there is no \"node\" on the PATH. CDKTF, which writes the Terraform"
              + " JSON, runs on it. Install Node.js 18 or newer and try again.");
    }
  }
}
