package dev.atoll.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Plays the resource that makes the entry of a proxy in Coder's list. Coder's provider does that;
 * here a built-in resource stands in its place and has the token that a licensed Coder gave.
 * Everything else of the root stays as it was synthesized, and so does its order.
 */
final class PlayedEntry {

  private static final String ENTRY = "coderd_workspace_proxy";
  private static final String PROVIDER = "coderd";
  private static final String PLAYED = "terraform_data";
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlayedEntry() {}

  /**
   * Puts it into the root in that file.
   *
   * @param token gives a proxy's token for the arguments of its entry
   */
  static void into(Path file, Function<JsonNode, String> token) {
    try {
      Files.writeString(file, JSON.writeValueAsString(in(JSON.readTree(file.toFile()), token)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root with entries that are played. */
  private static JsonNode in(JsonNode root, Function<JsonNode, String> token) throws IOException {
    String text =
        JSON.writeValueAsString(root)
            .replaceAll(ENTRY + "\\.(\\w+)\\.session_token", PLAYED + ".$1.output.session_token")
            .replace(ENTRY + ".", PLAYED + ".");
    ObjectNode played = (ObjectNode) JSON.readTree(text);
    ObjectNode resources = (ObjectNode) played.path("resource");
    JsonNode entries = resources.path(ENTRY);
    resources.remove(ENTRY);
    entries
        .properties()
        .forEach(
            entry ->
                resources
                    .withObjectProperty(PLAYED)
                    .putObject(entry.getKey())
                    .putObject("input")
                    .put("session_token", token.apply(entry.getValue())));
    ((ObjectNode) played.path("provider")).remove(PROVIDER);
    ((ObjectNode) played.at("/terraform/required_providers")).remove(PROVIDER);
    return played;
  }
}
