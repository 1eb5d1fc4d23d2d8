package dev.atoll.stacks.helm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files among the resources of this module. */
final class Bundled {

  private Bundled() {}

  /** The text of a file that is there. */
  static String text(String resource) {
    try (InputStream stream = Bundled.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no file " + resource + " among the resources");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
