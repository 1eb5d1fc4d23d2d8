package dev.atoll.conformance.audit;

import dev.atoll.practice.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What tells one finding from another when lines have moved: no line number is in it. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(Finding finding) {
    Optional<Location> first = finding.where().stream().findFirst().map(Location::of);
    return of(
        String.join(
            "\n",
            finding.practice().id(),
            first.flatMap(Location::file).orElse(""),
            first.map(Location::address).orElse(""),
            finding.what().strip()));
  }

  static String of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
