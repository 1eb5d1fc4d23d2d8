package dev.atoll.conformance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.report.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings that an estate lives with for now. It is strict: what is new fails, and what is gone has
 * to be taken out, so that nothing comes back unseen.
 *
 * @param entries what is known, by fingerprint: the practice and the sentence, for people
 */
public record Baseline(Map<String, String> entries) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing is known. */
  public static final Baseline NONE = new Baseline(Map.of());

  public Baseline {
    entries = Map.copyOf(entries);
  }

  /**
   * Reads a baseline.
   *
   * @throws UnusableBaseline when there is none
   */
  public static Baseline read(Path file) {
    try {
      Map<String, String> entries = new LinkedHashMap<>();
      JsonNode document = JSON.readTree(Files.readAllBytes(file));
      for (JsonNode each : document.path("findings")) {
        entries.put(
            each.path("fingerprint").asText(),
            each.path("practice").asText() + "  " + each.path("what").asText());
      }
      return new Baseline(entries);
    } catch (IOException e) {
      throw new UnusableBaseline(
          "%s is no baseline that can be read. Write one with --write-baseline %s"
              .formatted(file, file),
          e);
    }
  }

  /** Writes what is open now as known. */
  public static void write(Path file, List<Entry> entries) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode findings = document.putArray("findings");
    entries.stream()
        .filter(entry -> entry.accepted().isEmpty())
        .flatMap(entry -> entry.parts().stream())
        .forEach(
            part ->
                findings
                    .addObject()
                    .put("fingerprint", part.fingerprint())
                    .put("practice", part.practice())
                    .put("what", part.what()));
    try {
      AtomicFile.write(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    } catch (IOException e) {
      throw new UnusableBaseline(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Whether a finding is known. */
  boolean has(String fingerprint) {
    return entries.containsKey(fingerprint);
  }

  /** What is known and was not found any more. */
  List<String> vanished(Set<String> found) {
    return entries.entrySet().stream()
        .filter(entry -> !found.contains(entry.getKey()))
        .map(entry -> entry.getKey() + "  " + entry.getValue())
        .sorted()
        .collect(Collectors.toList());
  }
}
