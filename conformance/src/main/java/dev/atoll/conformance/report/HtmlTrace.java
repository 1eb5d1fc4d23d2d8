package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;
import static dev.atoll.conformance.report.Html.text;

import dev.atoll.practice.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the sections of the documents to the practices that hold them to their word. */
final class HtmlTrace {

  private HtmlTrace() {}

  static Html section(Report report) {
    Map<String, Map<Citation, List<Row>>> documents = new LinkedHashMap<>();
    for (Row row : report.rows()) {
      for (Citation source : row.about().sources()) {
        documents
            .computeIfAbsent(document(source), title -> new LinkedHashMap<>())
            .computeIfAbsent(source, where -> new ArrayList<>())
            .add(row);
      }
    }
    return documents.isEmpty()
        ? Html.none()
        : tag(
                "section",
                tag("h2", "From the documents"),
                all(
                    documents.entrySet().stream()
                        .map(document -> document(document.getKey(), document.getValue()))))
            .css("trace");
  }

  /** Pages on the web are a list of their own, since most are cited once. */
  private static String document(Citation source) {
    return onTheWeb(source) ? "Primary sources" : source.title();
  }

  private static boolean onTheWeb(Citation source) {
    return source.where().startsWith("https://");
  }

  private static Html place(Citation source) {
    return onTheWeb(source) ? Badge.link(source) : text(source.where());
  }

  private static Html document(String title, Map<Citation, List<Row>> sections) {
    return tag(
        "details",
        tag(
            "summary",
            tag("b", title),
            text(" "),
            tag("span", sections.size() + (sections.size() == 1 ? " place" : " places"))
                .css("count")),
        tag(
            "table",
            tag(
                "thead",
                tag(
                    "tr",
                    tag("th", "Place").with("scope", "col"),
                    tag("th", "Practices").with("scope", "col"))),
            tag(
                "tbody",
                all(
                    sections.entrySet().stream()
                        .map(
                            section ->
                                tag(
                                    "tr",
                                    tag("th", place(section.getKey())).with("scope", "row"),
                                    tag(
                                        "td",
                                        all(
                                            section.getValue().stream()
                                                .map(HtmlTrace::link)))))))));
  }

  private static Html link(Row row) {
    String id = row.about().id();
    return tag(
            "a",
            Badge.dot(row.outcome()),
            text(id),
            tag("span", " " + Badge.words(row.outcome())).css("unseen"))
        .with("href", "#" + id)
        .with("title", row.about().title() + ": " + row.outcome().label());
  }
}
