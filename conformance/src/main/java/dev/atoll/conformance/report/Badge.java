package dev.atoll.conformance.report;

import static dev.atoll.conformance.report.Html.all;
import static dev.atoll.conformance.report.Html.tag;

import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small signs on the page. Each says in words what its colour says. */
final class Badge {

  private Badge() {}

  /** The style class of an outcome: "pass-stand-in". */
  static String css(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An outcome in small letters: "proven", "not run". */
  static String words(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "proven";
      case PASS_STAND_IN -> "on a stand-in";
      case NOT_APPLICABLE -> "not applicable";
      case NOT_RUN -> "not run";
      case UNKNOWN -> "undecided";
      case FAIL -> "failed";
    };
  }

  /** The name of a kind of evidence as the documents write it: "applied". */
  static String name(EvidenceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A mere picture, for use next to words. */
  static Html dot(Outcome outcome) {
    return dot(css(outcome));
  }

  /** The same, in the style of that class. */
  static Html dot(String css) {
    return tag("i").css("dot " + css).with("aria-hidden", "true");
  }

  /**
   * One kind of evidence of a row: filled when real, half when on a stand-in, hollow when not run.
   */
  static Html kind(Mark mark) {
    return tag(
            "span",
            dot(mark.outcome()),
            tag("b", name(mark.kind())),
            tag("small", said(mark)).css(plain(mark) ? "unseen" : "said"))
        .css("badge " + css(mark.outcome()));
  }

  /** Whether the shape says enough to those who see it, as most of a page is of these two. */
  private static boolean plain(Mark mark) {
    return mark.wanted() && (mark.outcome() == Outcome.PASS || mark.outcome() == Outcome.NOT_RUN);
  }

  private static String said(Mark mark) {
    if (!mark.wanted()) {
      return mark.outcome() == Outcome.PASS ? " extra" : " " + word(mark) + ", extra";
    }
    return " " + word(mark);
  }

  private static String word(Mark mark) {
    return mark.outcome() == Outcome.PASS_STAND_IN ? "stand-in" : words(mark.outcome());
  }

  /** A row's verdict, and how much of the wanted evidence passed. */
  static Html verdict(Row row) {
    Progress progress = row.progress();
    Html pips =
        tag(
                "span",
                all(
                    row.marks().stream()
                        .filter(Mark::wanted)
                        .map(Mark::outcome)
                        .sorted()
                        .map(outcome -> tag("i").css("pip " + css(outcome)))))
            .css("pips")
            .with("aria-hidden", "true");
    return tag(
            "span",
            tag("b", row.outcome().label()),
            progress.wanted() > 1
                ? tag("span", pips, Html.text(progress.toString())).css("progress")
                : Html.none())
        .css("verdict " + css(row.outcome()));
  }

  /** What is missing to a row that is partly proven: "traffic: no network yet". */
  static String missing(Row row) {
    return row.marks().stream()
        .filter(mark -> mark.wanted() && !mark.outcome().passed())
        .map(mark -> name(mark.kind()) + ": " + mark.detail())
        .collect(Collectors.joining("; "));
  }

  /** A link if it is a page on the web; nothing else becomes one. */
  static Html link(Citation source) {
    return source.where().startsWith("https://")
        ? tag("a", source.title()).with("href", source.where()).with("rel", "noreferrer")
        : Html.text(source.toString());
  }
}
