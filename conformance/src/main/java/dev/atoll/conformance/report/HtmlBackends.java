package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;
import static dev.atoll.conformance.report.Html.text;

/** What the run stood on, and how much of it was real. */
final class HtmlBackends {

  private HtmlBackends() {}

  static Html section(Report report) {
    return report.backends().isEmpty()
        ? Html.none()
        : tag(
                "section",
                tag("h2", "What it ran on"),
                tag("ul", all(report.backends().stream().map(HtmlBackends::backend))))
            .css("backends");
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
