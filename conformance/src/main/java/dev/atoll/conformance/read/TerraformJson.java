package dev.atoll.conformance.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.conformance.read.json.ConfigurationExpressions;
import dev.atoll.conformance.read.json.ConfigurationJson;
import dev.atoll.conformance.read.json.PlanJson;
import dev.atoll.conformance.read.json.StateJson;
import dev.atoll.conformance.read.json.Variables;
import dev.atoll.conformance.read.resource.Estate;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    Parsed parsed = parsed(file, file.getFileName().toString());
    return parsed.with(RootReader.read(parsed.root()));
  }

  /**
   * Reads the roots of one estate, each in a folder of its own. What one root reads from the state
   * of another of them is followed to the resource there; what it reads from a state of none of
   * them leaves a gap. Only configuration says where a root keeps its state.
   *
   * @throws UnreadableTerraform when a file is something else, or the files are of several formats
   * @throws UncheckedIOException when one of them cannot be read at all
   */
  public static Reading readAll(List<Path> files) {
    List<Estate.Part> parts = new ArrayList<>();
    List<Fact> written = new ArrayList<>();
    for (Path file : files) {
      Path folder = file.toAbsolutePath().normalize().getParent();
      String name = folder.getFileName() + "/" + file.getFileName();
      Parsed parsed = parsed(file, name);
      parts.add(new Estate.Part(folder, name, parsed.root()));
      written.addAll(parsed.written());
    }
    if (parts.stream().map(part -> part.root().origin()).distinct().count() != 1) {
      throw new UnreadableTerraform(
          "the roots of one estate must be of one format, all configuration, all plans or all"
              + " states: "
              + files);
    }
    Root joined = Estate.joined(parts);
    return new Parsed(joined, written).with(RootReader.read(joined));
  }

  /**
   * Adds the root in a file to others, and returns what is written in it.
   *
   * @param base what the names of files are relative to
   */
  static List<Fact> add(Path file, Path base, List<Estate.Part> parts) {
    Path whole = file.toAbsolutePath().normalize();
    String name = (whole.startsWith(base) ? base.relativize(whole) : whole).toString();
    Parsed parsed = parsed(file, name);
    parts.add(new Estate.Part(whole.getParent(), name, parsed.root()));
    return parsed.written();
  }

  /** A root, and what is written in it and in the tfvars files beside it. */
  private record Parsed(Root root, List<Fact> written) {
    Reading with(Reading reading) {
      return new Reading(reading.facts().and(written), reading.unread());
    }
  }

  private static Parsed parsed(JsonNode document, String name) {
    Root root = root(document, name);
    List<Fact> written = new ArrayList<>();
    if (root.origin() == Origin.CONFIGURATION) {
      written.addAll(ConfigurationExpressions.read(document, name));
      written.addAll(Variables.ofConfiguration(document));
    } else if (root.origin() == Origin.PLAN) {
      written.addAll(Variables.ofPlan(document));
    }
    return new Parsed(root, written);
  }

  private static Parsed parsed(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      Parsed parsed = parsed(JSON.readTree(in), name);
      return new Parsed(
          parsed.root(),
          VariableFiles.complete(
              parsed.written(), file.toAbsolutePath().getParent(), parsed.root().origin()));
    } catch (JsonProcessingException e) {
      String where = "line " + e.getLocation().getLineNr();
      throw new UnreadableTerraform(file + " is no JSON (" + where + ")" + EXPECTED, e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Reads a document that was parsed already; the name is shown in the places of facts. */
  public static Reading read(JsonNode document, String name) {
    Parsed parsed = parsed(document, name);
    return parsed.with(RootReader.read(parsed.root()));
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
