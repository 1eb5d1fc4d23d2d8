package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.diagnosis.KnownError;
import dev.atoll.diagnosis.Recognised;
import dev.atoll.diagnosis.Recognition;
import dev.atoll.practice.Catalogue;

/** Puts what was recognised in a text into words. */
final class RecognitionText {

  private final Paragraphs paragraphs;

  RecognitionText(Terminal terminal) {
    this.paragraphs = new Paragraphs(terminal);
  }

  String of(Recognition seen) {
    StringBuilder text = new StringBuilder();
    seen.known().forEach(found -> text.append(of(found)).append("\n"));
    if (seen.unknowns() > 0) {
      text.append(
          paragraphs.head(
              "%d %s like an error that nothing here knows:"
                  .formatted(seen.unknowns(), seen.unknowns() == 1 ? "line looks" : "lines look")));
      seen.unknown()
          .forEach(line -> text.append(paragraphs.entry("line " + line.line(), line.text())));
      text.append("\n");
    }
    if (seen.known().isEmpty() && seen.unknowns() == 0) {
      return "No error in %d lines.".formatted(seen.lines());
    }
    return text.append(
            "%d known and %d unknown errors in %d lines."
                .formatted(seen.known().size(), seen.unknowns(), seen.lines()))
        .toString();
  }

  private String of(Recognised found) {
    KnownError error = found.error();
    String often =
        found.times() == 1
            ? ""
            : ", %d times, the last in line %d".formatted(found.times(), found.last());
    StringBuilder text =
        new StringBuilder(paragraphs.head("line " + found.line() + ": " + found.excerpt()));
    text.append(paragraphs.entry("known as", error.id() + often));
    text.append(paragraphs.entry("means", error.means()));
    text.append(paragraphs.entry("fix", error.fix()));
    text.append(paragraphs.entry("practice", error.practice() + ", " + title(error)));
    error.sources().forEach(source -> text.append(paragraphs.entry("source", source)));
    return text.toString();
  }

  private static String title(KnownError error) {
    return Catalogue.find(error.practice()).orElseThrow().about().title();
  }

  static ObjectNode json(Recognition seen) {
    ObjectNode node = Json.object().put("lines", seen.lines());
    node.set("known", Json.array(seen.known().stream().map(RecognitionText::json).toList()));
    node.set(
        "unknown",
        Json.array(
            seen.unknown().stream()
                .map(line -> Json.object().put("line", line.line()).put("text", line.text()))
                .toList()));
    return node.put("unknowns", seen.unknowns());
  }

  private static ObjectNode json(Recognised found) {
    KnownError error = found.error();
    ObjectNode node =
        Json.object()
            .put("id", error.id())
            .put("line", found.line())
            .put("times", found.times())
            .put("last", found.last())
            .put("text", found.excerpt())
            .put("practice", error.practice())
            .put("means", error.means())
            .put("fix", error.fix());
    error.sources().forEach(node.putArray("sources")::add);
    return node;
  }
}
