package dev.atoll.conformance.read.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.conformance.read.UnreadableTerraform;
import dev.atoll.conformance.read.term.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Values of variables in JSON: {@code *.tfvars.json}. Nothing in them is evaluated. */
public final class VariableJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private VariableJson() {}

  /**
   * The values by name.
   *
   * @param name the file as people see it
   * @throws UnreadableTerraform when it is no JSON object, with the line
   */
  public static Map<String, Term> read(Path file, String name) {
    try {
      JsonNode document = JSON.readTree(Files.readAllBytes(file));
      if (!document.isObject()) {
        throw new UnreadableTerraform(name + " is JSON, but no object with values by name");
      }
      return Json.object(document).members();
    } catch (JsonProcessingException e) {
      // The cause would show the line, and with it a value.
      throw new UnreadableTerraform(
          "%s:%d is no JSON that can be read".formatted(name, e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new UnreadableTerraform(name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
