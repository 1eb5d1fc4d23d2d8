package dev.atoll.itest.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * LocalStack in a virtual environment of its own, shared by all runs of this user.
 *
 * @param folder the virtual environment; its name says what is in it
 */
record Installation(Path folder) {

  /** One for each set of requirements and version of Python. */
  static Installation of(Path cache, Python python, String requirements) {
    String content = digest(python.version() + "\n" + requirements).substring(0, 12);
    return new Installation(cache.resolve("localstack-" + version(requirements) + "-" + content));
  }

  /** The interpreter that has LocalStack. */
  Path python() {
    return folder.resolve("bin").resolve("python");
  }

  /** Only a finished installation counts. */
  boolean complete() {
    return Files.exists(marker());
  }

  void markComplete() throws IOException {
    Files.createFile(marker());
  }

  private Path marker() {
    return folder.resolve("complete");
  }

  /** The version of LocalStack that the requirements pin. */
  static String version(String requirements) {
    return requirements
        .lines()
        .filter(line -> line.startsWith("localstack-core=="))
        .map(line -> line.substring(line.lastIndexOf('=') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Where they are kept, out of every checkout. */
  static Path cacheOfUser() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(home -> !home.isBlank())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("atoll");
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
