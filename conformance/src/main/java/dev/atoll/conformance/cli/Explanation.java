package dev.atoll.conformance.cli;

import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts practices and findings into words, for a terminal. */
final class Explanation {

  private static final int WIDTH = 96;
  private static final String INDENT = " ".repeat(12);

  private Explanation() {}

  static String of(About about) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "%s  %s%n%s%s, %s; wanted evidence: %s"
            .formatted(
                about.id(),
                about.title(),
                INDENT,
                Json.lower(about.kind()),
                Json.lower(about.severity()),
                String.join(" + ", Json.kinds(about.wanted()))));
    about
        .correction()
        .ifPresent(
            correction -> {
              paragraphs.add(entry("documented", correction.documented()));
              paragraphs.add(entry("holds", correction.holds()));
            });
    paragraphs.add(entry("why", about.why()));
    paragraphs.add(entry("fix", about.fix()));
    paragraphs.add(
        about.sources().stream()
            .map(Citation::toString)
            .collect(Collectors.joining("\n" + INDENT, label("source"), "")));
    return String.join("\n", paragraphs);
  }

  static String of(Finding finding) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "%s %s  %s"
            .formatted(Json.lower(finding.severity()), finding.practice().id(), finding.what()));
    finding.where().forEach(place -> paragraphs.add(entry("where", place.toString())));
    paragraphs.add(entry("why", finding.practice().why()));
    paragraphs.add(entry("fix", finding.fix()));
    paragraphs.add(entry("source", finding.practice().sources().get(0).toString()));
    return String.join("\n", paragraphs);
  }

  private static String entry(String label, String text) {
    return label(label) + wrapped(text);
  }

  private static String label(String label) {
    return "  %-10s".formatted(label);
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int column = INDENT.length();
    for (String word : text.split(" ", -1)) {
      if (column + word.length() + 1 > WIDTH && column > INDENT.length()) {
        lines.append('\n').append(INDENT);
        column = INDENT.length();
      } else if (column > INDENT.length()) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
