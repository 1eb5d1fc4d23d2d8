package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;

import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a reader has to act on: what failed, worst first, and what is proven only in part. */
final class HtmlFailures {

  private HtmlFailures() {}

  static Html section(Report report) {
    return all(
        section("What failed", report.failures(Severity.ERROR)),
        section("What warns", report.warnings()));
  }

  private static Html section(String heading, List<Row> rows) {
    return rows.isEmpty()
        ? Html.none()
        : tag("section", tag("h2", heading), all(rows.stream().map(HtmlFailures::article)));
  }

  static Html partly(Report report) {
    List<Row> partly = report.partlyProven();
    return partly.isEmpty()
        ? Html.none()
        : tag(
                "section",
                tag("h2", "Proven in part"),
                tag("ul", all(partly.stream().map(HtmlFailures::part))))
            .css("partly");
  }

  private static Html part(Row row) {
    return tag(
        "li",
        tag("a", row.about().id()).css("id").with("href", "#" + row.about().id()),
        tag("div", tag("strong", row.about().title()), tag("p", "Missing: " + Badge.missing(row))),
        Badge.verdict(row));
  }

  private static Html article(Row row) {
    About about = row.about();
    String severity = row.severity().name().toLowerCase(Locale.ROOT);
    return tag(
            "article",
            tag(
                "h3",
                Badge.dot(Outcome.FAIL),
                tag("a", about.id()).css("id").with("href", "#" + about.id()),
                tag("span", about.title())),
            tag("p", severity + ", seen in " + kinds(row)).css("severity"),
            tag("ol", findings(row)).css("findings"))
        .css("failure " + severity);
  }

  /** The reason is said once, with the first finding; the others would only repeat it. */
  private static Html findings(Row row) {
    List<Finding> findings = row.findings();
    if (findings.isEmpty()) {
      return finding(
          new Finding(row.about(), seen(row), List.of(), row.about().fix(), List.of()), true);
    }
    return all(IntStream.range(0, findings.size()).mapToObj(i -> finding(findings.get(i), i == 0)));
  }

  private static String seen(Row row) {
    return row.marks().stream()
        .filter(mark -> mark.outcome() == Outcome.FAIL)
        .map(Mark::detail)
        .collect(Collectors.joining("; "));
  }

  private static String kinds(Row row) {
    return row.marks().stream()
        .filter(mark -> mark.outcome() == Outcome.FAIL)
        .map(mark -> Badge.name(mark.kind()) + rests(mark))
        .collect(Collectors.joining(", "));
  }

  private static String rests(Mark mark) {
    return mark.standIns().isEmpty()
        ? ""
        : " (stand-in: " + String.join(", ", mark.standIns()) + ")";
  }

  private static Html finding(Finding finding, boolean first) {
    List<String> where = finding.where().stream().map(Object::toString).toList();
    String why = first ? finding.practice().why() : "";
    return tag(
        "li",
        tag("p", finding.what()).css("what"),
        tag(
            "dl",
            where.isEmpty() ? Html.none() : tag("dt", "Where"),
            all(where.stream().map(place -> tag("dd", tag("code", place)))),
            said("Why", why),
            said("Fix", finding.fix())),
        finding.path().isEmpty() ? Html.none() : path(finding.path()));
  }

  private static Html said(String name, String what) {
    return what.isEmpty() ? Html.none() : all(tag("dt", name), tag("dd", what));
  }

  private static Html path(List<String> path) {
    return tag(
        "details",
        tag("summary", "How this was found"),
        tag("ol", all(path.stream().map(step -> tag("li", step)))).css("path"));
  }
}
