package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;
import static dev.atoll.conformance.report.Html.text;

import dev.atoll.practice.About;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every practice by area, with its evidence; a row opens to say all there is about it. */
final class HtmlAreas {

  private HtmlAreas() {}

  static Html section(Report report) {
    return tag(
            "section",
            tag("h2", "Every practice"),
            legend(),
            all(
                report.areas().entrySet().stream()
                    .map(area -> area(area.getKey(), area.getValue()))))
        .css("areas");
  }

  private static Html legend() {
    return tag(
            "p",
            all(
                Arrays.stream(Outcome.values())
                    .map(
                        outcome ->
                            tag(
                                "span",
                                Badge.dot(outcome),
                                text(
                                    switch (outcome) {
                                      case PASS -> " real evidence ";
                                      case PASS_STAND_IN -> " passed, resting on a stand-in ";
                                      default -> " " + Badge.words(outcome) + " ";
                                    })))))
        .css("legend");
  }

  private static Html area(Area area, List<Row> rows) {
    long proven = rows.stream().filter(row -> row.outcome() == Outcome.PASS).count();
    return tag(
        "section",
        tag(
            "h3",
            text(area.title()),
            text(" "),
            tag("span", "%d of %d proven".formatted(proven, rows.size())).css("count")),
        tag("ul", all(rows.stream().map(HtmlAreas::row))).css("rows"));
  }

  private static Html row(Row row) {
    About about = row.about();
    return tag(
            "li",
            tag(
                "details",
                tag(
                    "summary",
                    tag("span", about.id()).css("id"),
                    tag("span", about.title()).css("title"),
                    tag("span", all(row.marks().stream().map(Badge::kind))).css("badges"),
                    Badge.verdict(row)),
                tag("div", evidence(row), story(about)).css("more")))
        .with("id", about.id());
  }

  private static Html evidence(Row row) {
    return tag("ul", all(row.marks().stream().map(HtmlAreas::lines))).css("evidence");
  }

  private static Html lines(Mark mark) {
    if (mark.evidence().isEmpty()) {
      return tag("li", Badge.kind(mark), tag("span", mark.detail()));
    }
    return all(
        mark.evidence().stream()
            .map(
                evidence ->
                    tag(
                        "li",
                        Badge.kind(new Mark(mark.kind(), mark.wanted(), List.of(evidence))),
                        tag("span", text(evidence.detail() + " "), meta(evidence)))));
  }

  private static Html meta(Evidence evidence) {
    String standIn = evidence.standIn().map(name -> ", rests on the stand-in " + name).orElse("");
    return tag("span", Elapsed.text(evidence.took()) + standIn).css("meta");
  }

  private static Html story(About about) {
    return tag(
        "dl",
        said("Why", about.why()),
        said("Fix", about.fix()),
        about
            .correction()
            .map(
                correction ->
                    all(
                        said("The document says", correction.documented()),
                        said("What holds", correction.holds())))
            .orElse(Html.none()),
        about.sources().isEmpty() ? Html.none() : tag("dt", "Source"),
        all(about.sources().stream().map(source -> tag("dd", Badge.link(source)))),
        said("Kind", (about.kind() + ", " + about.severity()).toLowerCase(Locale.ROOT)));
  }

  private static Html said(String name, String what) {
    return what.isEmpty() ? Html.none() : all(tag("dt", name), tag("dd", what));
  }
}
