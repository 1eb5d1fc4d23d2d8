package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Backend.Nature.EMULATOR;
import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;
import static dev.atoll.conformance.report.Html.text;

import dev.atoll.itest.localstack.FilledGap;

/** What the run stood on, and how much of it was real. */
final class HtmlBackends {

  private HtmlBackends() {}

  static Html section(Report report) {
    return report.backends().isEmpty()
        ? Html.none()
        : tag(
                "section",
                tag("h2", "What it ran on"),
                tag("ul", all(report.backends().stream().map(HtmlBackends::backend))),
                report.backends().stream().map(Backend::nature).anyMatch(EMULATOR::equals)
                    ? filledGaps()
                    : Html.none())
            .css("backends");
  }

  /** What the emulator does because we made it, with AWS's word for it. */
  private static Html filledGaps() {
    return tag(
            "details",
            tag("summary", "What is added to the emulator"),
            tag(
                "ul",
                all(
                    FilledGap.all().stream()
                        .map(
                            gap ->
                                tag(
                                    "li",
                                    tag("div", tag("strong", gap.operation())),
                                    tag("p", "Without: " + gap.without() + ". Now: " + gap.with()),
                                    tag("a", "source").with("href", gap.source()))))))
        .css("added");
  }

  private static Html backend(Backend backend) {
    return tag(
        "li",
        tag(
            "div",
            tag("strong", backend.name()),
            text(" "),
            tag("span", backend.version()).css("meta")),
        tag("p", backend.what() + "; " + backend.chosen()),
        tag("span", backend.nature().label()).css("nature " + backend.nature().label()));
  }
}
