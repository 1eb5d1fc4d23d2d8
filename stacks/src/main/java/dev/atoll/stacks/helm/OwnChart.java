package dev.atoll.stacks.helm;

import dev.atoll.stacks.terraform.Attachment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A small Helm chart of ours, an ordinary chart folder among the resources of this module, below
 * {@code charts}.
 *
 * @param name its name and folder
 * @param files its files, as paths within its folder
 */
public record OwnChart(String name, List<String> files) {

  /** The folder beside a root in which its charts lie. */
  public static final String FOLDER = "atoll.charts";

  public OwnChart {
    files = List.copyOf(files);
  }

  /** The version in its {@code Chart.yaml}. */
  public String version() {
    return line("version:")
        .orElseThrow(() -> new IllegalStateException("The chart " + name + " has no version"));
  }

  /** The same as long as no file of it changes: SHA-256 over all of them, in hexadecimal digits. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Attachment file : attachments()) {
        digest.update((file.path() + "\0" + file.text() + "\0").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Its files, as they are written beside the root. */
  public List<Attachment> attachments() {
    return files.stream()
        .map(file -> new Attachment(FOLDER + "/" + name + "/" + file, text(file)))
        .toList();
  }

  private Optional<String> line(String key) {
    return text("Chart.yaml")
        .lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).trim())
        .findFirst();
  }

  private String text(String file) {
    return Bundled.text("/charts/" + name + "/" + file);
  }
}
