package dev.atoll.stacks;

import dev.atoll.stacks.cdktf.CdktfEngine;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Attachment;
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

  /** The folder within it for roots that wait: nothing that applies roots looks there. */
  public static final String PENDING = "pending";

  /** The root of a {@link Layout#SINGLE} deployment, where {@code terraform apply} finds it. */
  public static final String MAIN_ROOT_FILE = "atoll.tf.json";

  private Synthesis() {}

  /**
   * Writes every root below {@code cdktf.out}, those that wait below {@code pending} there, and the
   * one of a {@link Layout#SINGLE} deployment into the folder itself as well.
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
        for (Root root : deployment.roots()) {
          attach(root, cdkTfJson(fresh, root).getParent());
        }
        writePending(deployment.proxyRoots(true), fresh.resolve(PENDING));
        if (deployment.layout() == Layout.SINGLE) {
          Root main = deployment.parts().get(0);
          Files.copy(cdkTfJson(fresh, main), fresh.resolve(MAIN_ROOT_FILE));
          attach(main, fresh);
        }
        return new Publication(folder).publish(fresh);
      } finally {
        Publication.delete(fresh);
      }
    } catch (IOException e) {
      throw new SynthesisException(
          "The Terraform JSON could not be written to %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static void writePending(List<Root> waiting, Path folder) throws IOException {
    if (!waiting.isEmpty()) {
      CdktfEngine.synthesize(waiting, folder);
      for (Root root : waiting) {
        attach(root, cdkTfJson(folder, root).getParent());
      }
    }
  }

  private static void attach(Root root, Path folder) throws IOException {
    for (Attachment attachment : root.attachments()) {
      Path file = folder.resolve(attachment.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, attachment.text());
    }
  }

  /** The file of a root below CDKTF's output folder. */
  public static Path cdkTfJson(Path output, Root root) {
    return output.resolve("stacks").resolve(root.name()).resolve("cdk.tf.json");
  }

  /**
   * The folder in which Terraform works on a root: that of the deployment itself for the one part
   * of a {@link Layout#SINGLE} deployment.
   *
   * @param folder the folder that {@link #write} was given
   */
  public static Path workingFolder(Deployment deployment, Root root, Path folder) {
    return deployment.layout() == Layout.SINGLE && deployment.parts().contains(root)
        ? folder
        : folder.resolve(cdkTfJson(Path.of(OUTPUT), root)).getParent();
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
