package dev.atoll.conformance.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report in the form that CI servers show as test results: one test case per kind of evidence
 * that a row wants, and one per failure of another kind.
 *
 * <p>A failure stays a failure whatever its severity, which is its type. What was not run, or does
 * not apply, is skipped with the reason. What is undecided is an error: skipped, it would look
 * harmless. A pass on a stand-in passes and says so in its output.
 */
public final class JunitReport {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private JunitReport() {}

  /** Writes the report there, whole or not at all. */
  public static void write(Report report, Path file) throws IOException {
    AtomicFile.write(file, text(report));
  }

  /** The report as an XML document. */
  public static String text(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, 0, "testsuites");
      suite(xml, report);
      end(xml, 0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A report cannot be written as XML", e);
    }
    return text.toString();
  }

  private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
    start(xml, 1, "testsuite");
    attribute(xml, "name", "conformance of " + report.topology());
    attribute(xml, "tests", count(report, Outcome.values()));
    attribute(xml, "failures", count(report, Outcome.FAIL));
    attribute(xml, "errors", count(report, Outcome.UNKNOWN));
    attribute(xml, "skipped", count(report, Outcome.NOT_RUN, Outcome.NOT_APPLICABLE));
    attribute(xml, "time", seconds(report.took()));
    attribute(xml, "timestamp", TIMESTAMP.format(report.started()));
    if (!report.backends().isEmpty()) {
      start(xml, 2, "properties");
      for (Backend backend : report.backends()) {
        start(xml, 3, "property");
        attribute(xml, "name", backend.nature().label() + ": " + backend.name());
        attribute(xml, "value", backend.version() + ", " + backend.what());
        xml.writeEndElement();
      }
      end(xml, 2);
    }
    for (Row row : report.rows()) {
      for (Mark mark : row.marks()) {
        if (mark.counts()) {
          testcase(xml, row, mark);
        }
      }
    }
    end(xml, 1);
  }

  private static void testcase(XMLStreamWriter xml, Row row, Mark mark) throws XMLStreamException {
    String id = row.about().id();
    start(xml, 2, "testcase");
    attribute(xml, "classname", Area.of(id).title());
    attribute(xml, "name", "%s %s: %s".formatted(id, lower(mark.kind()), row.about().title()));
    attribute(xml, "time", seconds(mark.took()));
    switch (mark.outcome()) {
      case PASS -> {}
      case PASS_STAND_IN ->
          text(xml, "system-out", "rests on: " + String.join(", ", mark.standIns()));
      case NOT_APPLICABLE -> message(xml, "skipped", "not applicable: " + mark.detail());
      case NOT_RUN -> message(xml, "skipped", "not run: " + mark.detail());
      case UNKNOWN -> problem(xml, "error", "undecided", mark.detail(), mark.detail());
      case FAIL ->
          problem(xml, "failure", lower(row.severity()), mark.detail(), findings(row, mark));
    }
    end(xml, 2);
  }

  /** Every finding as a person reads it on a console. */
  private static String findings(Row row, Mark mark) {
    List<String> findings =
        mark.findings().stream()
            .map(
                finding ->
                    "%s\n  where: %s\n  fix: %s"
                        .formatted(
                            finding.what(),
                            finding.where().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")),
                            finding.fix()))
            .toList();
    String all = findings.isEmpty() ? mark.detail() : String.join("\n\n", findings);
    return all + "\n\nwhy: " + row.about().why();
  }

  private static void problem(
      XMLStreamWriter xml, String element, String type, String message, String body)
      throws XMLStreamException {
    start(xml, 3, element);
    attribute(xml, "type", type);
    attribute(xml, "message", message);
    xml.writeCharacters(legal(body));
    xml.writeEndElement();
  }

  private static void message(XMLStreamWriter xml, String element, String message)
      throws XMLStreamException {
    start(xml, 3, element);
    attribute(xml, "message", message);
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String element, String body)
      throws XMLStreamException {
    start(xml, 3, element);
    xml.writeCharacters(legal(body));
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, int depth, String element)
      throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(element);
  }

  private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    // A reader turns line breaks in attributes into blanks anyway.
    xml.writeAttribute(name, legal(value.toString()).replace('\n', ' '));
  }

  /** XML 1.0 has no way to write most control characters; a server's answer may hold them. */
  private static String legal(String text) {
    return text.replace("\r\n", "\n")
        .codePoints()
        .map(character -> isLegal(character) ? character : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static int count(Report report, Outcome... outcomes) {
    return report.summary().evidence().values().stream()
        .mapToInt(counts -> List.of(outcomes).stream().mapToInt(counts::get).sum())
        .sum();
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
