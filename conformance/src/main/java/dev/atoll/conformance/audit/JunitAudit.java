package dev.atoll.conformance.audit;

import dev.atoll.conformance.report.XmlText;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An audit as CI servers show test results: a test case per practice. What is undecided is skipped
 * with the reason: a stranger's code need not decide it.
 */
public final class JunitAudit {

  private JunitAudit() {}

  /**
   * The report as an XML document.
   *
   * @param least the mildest severity that is a failure
   */
  public static String of(AuditReport report, Severity least) {
    StringBuilder cases = new StringBuilder();
    int failures = 0;
    int skipped = 0;
    for (Audited row : report.audit().rows()) {
      List<Entry> open =
          report.open(least).stream()
              .filter(entry -> entry.practices().contains(row.about()))
              .toList();
      cases.append(
          "  <testcase classname=\"atoll.audit\" name=\"%s\""
              .formatted(XmlText.attribute(row.about().id() + " " + row.about().title())));
      if (!open.isEmpty()) {
        failures++;
        cases.append(failure(open));
      } else if (!row.judgement().verdict().equals(dev.atoll.practice.Verdict.PASS)
          && row.judgement().findings().isEmpty()) {
        skipped++;
        cases.append(
            ">\n    <skipped message=\"%s\"/>\n  </testcase>\n"
                .formatted(
                    XmlText.attribute(
                        lower(row.judgement().verdict()) + ": " + row.judgement().detail())));
      } else {
        cases.append("/>\n");
      }
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
    <testsuite name="atoll audit" tests="%d" failures="%d" errors="0" skipped="%d">
    %s</testsuite>
    </testsuites>
    """
        .formatted(report.audit().rows().size(), failures, skipped, cases);
  }

  private static String failure(List<Entry> open) {
    String all =
        open.stream()
            .map(Entry::finding)
            .map(JunitAudit::shown)
            .collect(Collectors.joining("\n\n"));
    return ">\n    <failure type=\"%s\" message=\"%s\">%s</failure>\n  </testcase>\n"
        .formatted(
            lower(open.get(0).finding().severity()),
            XmlText.attribute(open.get(0).finding().what()),
            XmlText.content(all));
  }

  private static String shown(Finding finding) {
    return "%s\n  why: %s\n  where: %s\n  fix: %s"
        .formatted(
            finding.what(),
            finding.effect(),
            finding.where().stream()
                .map(Location::of)
                .map(Location::toString)
                .distinct()
                .collect(Collectors.joining(", ")),
            finding.fix());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
