package dev.atoll.conformance.audit;

import dev.atoll.practice.About;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How right code looks, where a few lines say it: a file per practice. */
public final class FixAsCode {

  private FixAsCode() {}

  /** The code of a practice; empty where it depends on what is wanted. */
  public static Optional<String> of(About practice) {
    try (InputStream code = FixAsCode.class.getResourceAsStream("code/" + practice.id())) {
      return code == null
          ? Optional.empty()
          : Optional.of(new String(code.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this jar cannot be read", e);
    }
  }
}
