package dev.atoll.conformance.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.conformance.report.JsonReport;
import dev.atoll.conformance.report.Report;
import dev.atoll.practice.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a conformance run came to, as its {@code report.json} keeps it.
 *
 * @param topology the name of the topology that was tried
 * @param ended when the run ended
 * @param rows what is known of each row, by its id
 */
public record PastRun(String topology, Instant ended, Map<String, Seen> rows) {

  private static final String FROM = "conformance run";

  /** Not a report of ours; the message says what is wrong with it. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Copies its arguments. */
  public PastRun {
    rows = Map.copyOf(rows);
  }

  /** The run that this report is about. */
  public static PastRun of(Report report) {
    return of(JsonReport.tree(report), "the report");
  }

  /**
   * Reads a report.
   *
   * @throws Unreadable when it is none, or of another version
   */
  public static PastRun read(Path file) {
    try {
      return of(new ObjectMapper().readTree(Files.readString(file)), file.toString());
    } catch (JsonProcessingException e) {
      throw new Unreadable(file + " is no JSON; name the report.json of a conformance run.", e);
    } catch (IOException e) {
      throw new Unreadable(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static PastRun of(JsonNode root, String name) {
    if (root.path("schemaVersion").asInt() != JsonReport.SCHEMA_VERSION) {
      throw new Unreadable(
          "%s is no report.json of version %d; run atoll conformance again."
              .formatted(name, JsonReport.SCHEMA_VERSION),
          null);
    }
    try {
      Instant ended =
          Instant.parse(root.path("startedAt").asText())
              .plusMillis(root.path("durationMs").asLong());
      Map<String, Seen> rows = new LinkedHashMap<>();
      for (JsonNode row : root.path("practices")) {
        rows.put(row.path("id").asText(), seen(row, ended));
      }
      return new PastRun(root.path("topology").asText(), ended, rows);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Unreadable(name + " is damaged: " + e.getMessage(), e);
    }
  }

  private static Seen seen(JsonNode row, Instant ended) {
    Verdict verdict = Verdict.valueOf(row.path("verdict").asText());
    return new Seen(
        row.path("id").asText(),
        verdict,
        !row.path("severity").asText().equals("error"),
        row.path("standIn").asBoolean(),
        detail(row, verdict),
        FROM,
        verdict == Verdict.NOT_RUN ? Optional.empty() : Optional.of(ended));
  }

  /** Of the evidence that decided. */
  private static String detail(JsonNode row, Verdict verdict) {
    return StreamSupport.stream(row.path("evidence").spliterator(), false)
        .filter(evidence -> evidence.path("verdict").asText().equals(verdict.name()))
        .map(evidence -> evidence.path("detail").asText())
        .findFirst()
        .orElse(row.path("title").asText());
  }

  /** What it says of a row. */
  Seen row(String practice) {
    return rows.getOrDefault(practice, Seen.never(practice, "the last run was not about it"));
  }
}
