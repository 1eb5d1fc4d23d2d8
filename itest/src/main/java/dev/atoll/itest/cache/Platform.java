package dev.atoll.itest.cache;

import java.util.Locale;

/**
 * What programs have to be built for, in the words of the Go toolchain and of Kubernetes' archives.
 *
 * @param system such as {@code linux} or {@code darwin}
 * @param architecture such as {@code amd64} or {@code arm64}
 */
public record Platform(String system, String architecture) {

  /** The platform of this JVM. */
  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String architecture) {
    String lower = system.toLowerCase(Locale.ROOT);
    return new Platform(
        lower.startsWith("mac") ? "darwin" : lower,
        switch (architecture) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> architecture;
        });
  }

  /** As in a folder's name: {@code linux-amd64}. */
  @Override
  public String toString() {
    return system + "-" + architecture;
  }
}
