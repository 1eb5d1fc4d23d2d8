package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;

import dev.atoll.conformance.report.Html.StyleSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report as one page for people: what failed comes first, then everything by area, then where it
 * is written and what the run stood on. Self-contained: no scripts, no fonts, nothing to load.
 */
public final class HtmlReport {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HtmlReport() {}

  /** Writes the page there, whole or not at all. */
  public static void write(Report report, Path file) throws IOException {
    AtomicFile.write(file, text(report));
  }

  /** The page. */
  public static String text(Report report) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    tag("html", head(report), body(report)).with("lang", "en").appendTo(page);
    return page.append('\n').toString();
  }

  private static Html head(Report report) {
    return tag(
        "head",
        tag("meta").with("charset", "utf-8"),
        tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
        tag("meta")
            .with("http-equiv", "Content-Security-Policy")
            .with("content", "default-src 'none'; style-src 'unsafe-inline'"),
        tag("meta").with("name", "color-scheme").with("content", "light dark"),
        tag("title", report.topology() + ": conformance"),
        new StyleSheet(styles()));
  }

  private static Html body(Report report) {
    return tag(
        "body",
        header(report),
        tag(
            "main",
            HtmlFailures.section(report),
            HtmlFailures.partly(report),
            notices(report.notices()),
            HtmlAreas.section(report),
            HtmlTrace.section(report),
            HtmlBackends.section(report)),
        tag(
            "footer",
            "A pass on a stand-in is never counted as proven; what was not run is never a pass."));
  }

  private static Html header(Report report) {
    Summary summary = report.summary();
    return tag(
        "header",
        tag("p", "Conformance report").css("kicker"),
        tag("h1", report.topology()),
        tag("p", summary.sentence()).css("lead"),
        tag("p", DATE.format(report.started()) + ", took " + Elapsed.text(report.took()))
            .css("meta"),
        bar(summary),
        counts(summary));
  }

  /** A picture of the counts that stand below it in words. */
  private static Html bar(Summary summary) {
    return tag(
            "div",
            all(
                Count.of(summary).stream()
                    .filter(count -> count.rows() > 0)
                    .map(
                        count ->
                            tag("span")
                                .css(count.css())
                                .with("style", "flex-grow:" + count.rows()))))
        .css("bar")
        .with("aria-hidden", "true");
  }

  private static Html counts(Summary summary) {
    return tag(
            "ul",
            all(
                Count.of(summary).stream()
                    .filter(count -> count.rows() > 0 || count.always())
                    .map(
                        count ->
                            tag(
                                "li",
                                tag("strong", String.valueOf(count.rows())),
                                Badge.dot(count.css()),
                                tag("span", count.words())))))
        .css("counts");
  }

  /**
   * How many rows came to something.
   *
   * @param always whether it is worth saying even when there are none
   */
  private record Count(String css, String words, int rows, boolean always) {

    static List<Count> of(Summary summary) {
      Stream<Count> others =
          Arrays.stream(Outcome.values())
              .filter(outcome -> outcome != Outcome.FAIL)
              .map(
                  outcome ->
                      new Count(
                          Badge.css(outcome),
                          Badge.words(outcome),
                          summary.count(outcome),
                          outcome == Outcome.PASS || outcome == Outcome.NOT_RUN));
      String fail = Badge.css(Outcome.FAIL);
      return Stream.concat(
              others,
              Stream.of(
                  new Count(
                      fail + " warning",
                      summary.warned() == 1 ? "warns" : "warn",
                      summary.warned(),
                      false),
                  new Count(
                      fail,
                      Badge.words(Outcome.FAIL),
                      summary.count(Outcome.FAIL) - summary.warned(),
                      true)))
          .toList();
    }
  }

  private static Html notices(List<String> notices) {
    return notices.isEmpty()
        ? Html.none()
        : tag(
                "section",
                tag("h2", "Worth knowing"),
                tag("ul", all(notices.stream().map(notice -> tag("li", notice)))))
            .css("notices");
  }

  private static String styles() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Optional.ofNullable(css).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The style sheet of the report cannot be read", e);
    }
  }
}
