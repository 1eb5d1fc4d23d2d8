package dev.atoll.conformance.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.conformance.read.json.ConfigurationJson;
import dev.atoll.conformance.read.json.PlanJson;
import dev.atoll.conformance.read.json.StateJson;
import dev.atoll.conformance.read.resource.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a Terraform root from JSON: configuration in JSON syntax as CDKTF writes it, or {@code
 * terraform show -json} of a plan or of a state. Which of them a file is, its content says.
 */
public final class TerraformJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CONFIGURATION =
      List.of(
          "resource", "data", "module", "provider", "terraform", "variable", "locals", "output");
  private static final String EXPECTED =
      "; expected cdk.tf.json or other configuration in JSON syntax, or the output of"
          + " \"terraform show -json PLANFILE\" or \"terraform show -json\"";

  private TerraformJson() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableTerraform when it is something else
   * @throws UncheckedIOException when it cannot be read at all
   */
  public static Reading read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return RootReader.read(root(JSON.readTree(in), file.getFileName().toString()));
    } catch (JsonProcessingException e) {
      String where = "line " + e.getLocation().getLineNr();
      throw new UnreadableTerraform(file + " is no JSON (" + where + ")" + EXPECTED, e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Reads a document that was parsed already; the name is shown in the places of facts. */
  public static Reading read(JsonNode document, String name) {
    return RootReader.read(root(document, name));
  }

  private static Root root(JsonNode document, String name) {
    if (document.has("format_version")
        && (document.has("terraform_version") || document.size() == 1)) {
      String format = document.get("format_version").asText();
      if (!format.matches("[01]\\..*")) {
        throw new UnreadableTerraform(
            name + " has format version " + format + ", of which nothing is known" + EXPECTED);
      }
      return document.has("planned_values") || document.has("resource_changes")
          ? PlanJson.read(document, name)
          : StateJson.read(document, name);
    }
    if (document.has("lineage") || document.has("serial")) {
      throw new UnreadableTerraform(
          name + " is a state as Terraform keeps it, whose format is internal" + EXPECTED);
    }
    if (document.has("format_version") || CONFIGURATION.stream().noneMatch(document::has)) {
      throw new UnreadableTerraform(name + " is JSON but not of Terraform" + EXPECTED);
    }
    return ConfigurationJson.read(document, name);
  }
}
