package dev.atoll.itest.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * What an emulator says of itself.
 *
 * @param endpoint where it answers
 */
record Health(URI endpoint) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where it says so; the answer is 200 from the moment when it is ready. */
  URI address() {
    return endpoint.resolve("/_localstack/health");
  }

  /** The version that answers, whatever was asked for. */
  String version() {
    try (InputStream answer = address().toURL().openStream()) {
      return JSON.readTree(answer).path("version").asText("unknown");
    } catch (IOException e) {
      throw new LocalStackException("LocalStack does not say how it is: " + e.getMessage(), e);
    }
  }
}
