package dev.atoll.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as JSON, for machines. The members are written by hand, so that renaming a record's
 * component never changes what scripts read. {@code schemaVersion} grows when a member changes its
 * meaning or goes away, not when one is added.
 */
public final class JsonReport {

  /** The version of this layout. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonReport() {}

  /** Writes the report there, whole or not at all. */
  public static void write(Report report, Path file) throws IOException {
    AtomicFile.write(file, text(report));
  }

  /** The report as an indented document that ends with a line feed. */
  public static String text(Report report) {
    // Line feeds everywhere, so that the same report gives the same bytes on any system.
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(tree(report)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report as a tree. */
  public static ObjectNode tree(Report report) {
    ObjectNode root = JSON.objectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("topology", report.topology());
    root.put("startedAt", report.started().toString());
    root.put("durationMs", report.took().toMillis());
    root.set("summary", summary(report.summary()));
    ArrayNode practices = root.putArray("practices");
    report.rows().forEach(row -> practices.add(practice(row)));
    ArrayNode backends = root.putArray("backends");
    report.backends().forEach(backend -> backends.add(backend(backend)));
    root.set("notices", strings(report.notices()));
    return root;
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode node = JSON.objectNode();
    node.put("sentence", summary.sentence());
    node.put("practices", summary.rows());
    node.put("warned", summary.warned());
    node.put("partial", summary.partial());
    node.set("verdicts", counts(summary.outcomes()));
    ObjectNode evidence = node.putObject("evidence");
    summary.evidence().forEach((kind, counts) -> evidence.set(lower(kind), counts(counts)));
    return node;
  }

  private static ObjectNode counts(Map<Outcome, Integer> counts) {
    ObjectNode node = JSON.objectNode();
    counts.forEach((outcome, count) -> node.put(outcome.name(), count));
    return node;
  }

  private static ObjectNode practice(Row row) {
    About about = row.about();
    ObjectNode node = JSON.objectNode();
    node.put("id", about.id());
    node.put("title", about.title());
    node.put("kind", lower(about.kind()));
    node.put("severity", lower(row.severity()));
    node.put("verdict", row.verdict().name());
    node.put("standIn", row.outcome() == Outcome.PASS_STAND_IN);
    node.put("progress", row.progress().toString());
    ArrayNode wanted = node.putArray("wanted");
    about.wanted().forEach(kind -> wanted.add(lower(kind)));
    ArrayNode evidence = node.putArray("evidence");
    row.marks().forEach(mark -> evidence(mark).forEach(evidence::add));
    node.set("sources", strings(about.sources().stream().map(Object::toString).toList()));
    return node;
  }

  /** A wanted kind that nobody tried is listed too, so that nothing is missed by counting. */
  private static List<ObjectNode> evidence(Mark mark) {
    if (mark.evidence().isEmpty()) {
      ObjectNode node = JSON.objectNode();
      node.put("kind", lower(mark.kind()));
      node.put("verdict", Outcome.NOT_RUN.name());
      node.putNull("standIn");
      node.put("detail", mark.detail());
      node.put("durationMs", 0);
      node.putArray("findings");
      return List.of(node);
    }
    return mark.evidence().stream().map(JsonReport::evidence).toList();
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", lower(evidence.kind()));
    node.put("verdict", evidence.verdict().name());
    node.put("standIn", evidence.standIn().orElse(null));
    node.put("detail", evidence.detail());
    node.put("durationMs", evidence.took().toMillis());
    ArrayNode findings = node.putArray("findings");
    evidence.findings().forEach(finding -> findings.add(finding(finding)));
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = JSON.objectNode();
    node.put("what", finding.what());
    node.set("where", strings(finding.where().stream().map(Object::toString).toList()));
    node.put("fix", finding.fix());
    node.set("path", strings(finding.path()));
    return node;
  }

  private static ObjectNode backend(Backend backend) {
    ObjectNode node = JSON.objectNode();
    node.put("name", backend.name());
    node.put("what", backend.what());
    node.put("version", backend.version());
    node.put("nature", backend.nature().label());
    node.put("chosen", backend.chosen());
    return node;
  }

  private static ArrayNode strings(List<String> strings) {
    ArrayNode node = JSON.arrayNode();
    strings.forEach(node::add);
    return node;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
