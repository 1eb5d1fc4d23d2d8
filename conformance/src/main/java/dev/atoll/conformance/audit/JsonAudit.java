package dev.atoll.conformance.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.util.Collection;
import java.util.Locale;

/** An audit for programs. */
public final class JsonAudit {

  private JsonAudit() {}

  /** The whole report. */
  public static ObjectNode of(AuditReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode summary = node.putObject("summary");
    for (Severity severity : Severity.values()) {
      summary.put(lower(severity), report.count(severity));
    }
    summary
        .put("roots", report.estate().roots())
        .put("files", report.estate().files())
        .put("resources", report.estate().resources());
    ArrayNode findings = node.putArray("findings");
    report.entries().forEach(entry -> findings.add(finding(entry)));
    ArrayNode practices = node.putArray("practices");
    report
        .audit()
        .rows()
        .forEach(
            row ->
                practices
                    .addObject()
                    .put("id", row.about().id())
                    .put("title", row.about().title())
                    .put("verdict", lower(row.judgement().verdict()))
                    .put("detail", row.judgement().detail()));
    texts(node.putArray("vanished"), report.vanished());
    texts(node.putArray("unhonoured"), report.unhonoured());
    texts(node.putArray("unread"), report.estate().unread());
    texts(node.putArray("assumptions"), report.estate().assumptions());
    return node;
  }

  private static ObjectNode finding(Entry entry) {
    Finding finding = entry.finding();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("practice", finding.practice().id())
            .put("severity", lower(finding.severity()))
            .put("what", finding.what())
            .put("why", finding.effect())
            .put("fix", finding.fix())
            .put("fingerprint", entry.fingerprint())
            .put("baseline", entry.known());
    entry.accepted().ifPresent(reason -> node.put("accepted", reason));
    ArrayNode where = node.putArray("where");
    for (Source source : finding.where()) {
      Location place = Location.of(source);
      ObjectNode each = where.addObject().put("address", place.address());
      place.file().ifPresent(file -> each.put("file", file));
      place.line().ifPresent(line -> each.put("line", line));
    }
    FixAsCode.of(finding.practice()).ifPresent(code -> node.put("code", code));
    texts(node.putArray("path"), finding.path());
    texts(node.putArray("practices"), entry.practices().stream().map(About::id).toList());
    texts(node.putArray("parts"), entry.parts().stream().map(Part::fingerprint).toList());
    return node;
  }

  private static void texts(ArrayNode array, Collection<String> values) {
    values.forEach(array::add);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
