package dev.atoll.conformance.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.audit.AuditReport;
import dev.atoll.conformance.audit.Audited;
import dev.atoll.conformance.audit.Entry;
import dev.atoll.conformance.audit.FixAsCode;
import dev.atoll.conformance.audit.Location;
import dev.atoll.practice.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * An audit as code scanning reads it.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class Sarif {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private Sarif() {}

  /**
   * The whole report.
   *
   * @param version the version of this tool
   */
  public static ObjectNode of(AuditReport report, String version) {
    ObjectNode log =
        JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver =
        run.putObject("tool").putObject("driver").put("name", "atoll").put("version", version);
    List<String> ids = report.audit().rows().stream().map(row -> row.about().id()).toList();
    ArrayNode rules = driver.putArray("rules");
    report.audit().rows().stream().map(Audited::about).forEach(about -> rules.add(Rule.of(about)));
    ArrayNode results = run.putArray("results");
    report.entries().forEach(entry -> results.add(result(entry, ids)));
    run.put("columnKind", "utf16CodeUnits");
    return log;
  }

  private static ObjectNode result(Entry entry, List<String> ids) {
    Finding finding = entry.finding();
    String id = finding.practice().id();
    ObjectNode result =
        JsonNodeFactory.instance
            .objectNode()
            .put("ruleId", id)
            .put("ruleIndex", ids.indexOf(id))
            .put("level", Rule.level(finding.severity()))
            .put("baselineState", entry.known() ? "unchanged" : "new");
    result
        .putObject("message")
        .put(
            "text",
            "%s\n\nWhy: %s\n\nFix: %s%s"
                .formatted(
                    finding.what(),
                    finding.effect(),
                    finding.fix(),
                    FixAsCode.of(finding.practice()).map(code -> "\n\n" + code).orElse("")));
    List<Location> places = finding.where().stream().map(Location::of).distinct().toList();
    ArrayNode locations = result.putArray("locations");
    places.stream().limit(1).forEach(place -> locations.add(location(place)));
    ArrayNode related = result.putArray("relatedLocations");
    for (int i = 1; i < places.size(); i++) {
      related.add(location(places.get(i)).put("id", i));
    }
    result.putObject("partialFingerprints").put("atoll/v1", entry.fingerprint());
    ArrayNode practices = result.putObject("properties").putArray("practices");
    entry.practices().forEach(about -> practices.add(about.id()));
    ArrayNode suppressions = result.putArray("suppressions");
    entry
        .accepted()
        .ifPresent(
            reason ->
                suppressions.addObject().put("kind", "inSource").put("justification", reason));
    if (entry.known()) {
      suppressions.addObject().put("kind", "external").put("justification", "in the baseline");
    }
    return result;
  }

  private static ObjectNode location(Location place) {
    ObjectNode location = JsonNodeFactory.instance.objectNode();
    place
        .file()
        .ifPresent(
            file -> {
              ObjectNode physical = location.putObject("physicalLocation");
              ObjectNode artifact = physical.putObject("artifactLocation").put("uri", uri(file));
              if (!file.startsWith("/")) {
                artifact.put("uriBaseId", "%SRCROOT%");
              }
              place.line().ifPresent(line -> physical.putObject("region").put("startLine", line));
            });
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", place.address())
        .put("kind", "resource");
    return location;
  }

  /** A path as a reference: blanks and the like are encoded. */
  private static String uri(String file) {
    try {
      return new URI(file.startsWith("/") ? "file" : null, null, file, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path is always a reference: " + file, e);
    }
  }
}
