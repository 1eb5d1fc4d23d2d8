package dev.atoll.conformance.report.sarif;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.Severity;
import java.util.Locale;
import java.util.stream.Collectors;

/** A practice as a rule: what code scanning shows beside each of its findings. */
final class Rule {

  private Rule() {}

  static ObjectNode of(About about) {
    ObjectNode rule =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", about.id())
            .put("name", about.id().replace("-", ""));
    rule.putObject("shortDescription").put("text", about.title());
    rule.putObject("fullDescription").put("text", about.why());
    rule.putObject("help")
        .put("text", "%s\n\nFix: %s\n\n%s".formatted(about.why(), about.fix(), sources(about, "")))
        .put(
            "markdown",
            "%s\n\n**Fix:** %s\n\n%s".formatted(about.why(), about.fix(), sources(about, "* ")));
    about.sources().stream()
        .map(Citation::where)
        .filter(where -> where.startsWith("https://"))
        .findFirst()
        .ifPresent(uri -> rule.put("helpUri", uri));
    rule.putObject("defaultConfiguration").put("level", level(about.severity()));
    rule.putObject("properties")
        .putArray("tags")
        .add(about.id().replaceFirst("-.*", "").toLowerCase(Locale.ROOT));
    return rule;
  }

  private static String sources(About about, String bullet) {
    return about.sources().stream()
        .map(source -> bullet + source)
        .collect(Collectors.joining("\n"));
  }

  static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
