package dev.atoll.conformance.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The files of the root "two-vpcs", or of another one by its folder; see the README files there.
 */
final class Fixture {

  private Fixture() {}

  /** A file as it is. */
  static JsonNode json(String file) {
    try (InputStream in =
        Fixture.class.getResourceAsStream(file.contains("/") ? file : "two-vpcs/" + file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The facts of a file. */
  static Facts facts(String file) {
    return TerraformJson.read(json(file), file).facts();
  }
}
