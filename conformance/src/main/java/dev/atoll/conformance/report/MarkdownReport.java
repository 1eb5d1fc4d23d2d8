package dev.atoll.conformance.report;

import dev.atoll.practice.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as a page of Markdown, short enough to stand on the page of a CI run: the sentence, what
 * failed, what rests on stand-ins, what it ran on.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary">Adding
 *     a job summary</a>
 */
public final class MarkdownReport {

  private MarkdownReport() {}

  /** Writes it, in one step. */
  public static void write(Report report, Path file) throws IOException {
    AtomicFile.write(file, text(report));
  }

  /** The page. */
  static String text(Report report) {
    StringBuilder page = new StringBuilder();
    page.append("## Atoll: ").append(plain(report.topology())).append("\n\n");
    page.append(plain(report.summary().sentence())).append("\n\n");
    failed(page, "Failed", report.failures(Severity.ERROR));
    failed(page, "Warnings", report.warnings());
    table(
        page,
        "Rests on stand-ins",
        List.of("id", "practice", "proven"),
        report.rows().stream()
            .filter(row -> row.outcome() == Outcome.PASS_STAND_IN)
            .map(row -> cells(row, row.progress().toString()))
            .toList());
    table(
        page,
        "Ran on",
        List.of("what", "version", "nature", "chosen because"),
        report.backends().stream()
            .map(each -> List.of(each.name(), each.version(), each.nature().label(), each.chosen()))
            .toList());
    return page.toString();
  }

  private static void failed(StringBuilder page, String heading, List<Row> rows) {
    table(
        page,
        heading,
        List.of("id", "practice", "what was found"),
        rows.stream().map(MarkdownReport::failure).toList());
  }

  private static List<String> failure(Row row) {
    String found =
        row.findings().stream().map(finding -> finding.what()).collect(Collectors.joining("; "));
    return cells(row, found);
  }

  private static List<String> cells(Row row, String last) {
    return List.of(row.about().id(), row.about().title(), last);
  }

  private static void table(
      StringBuilder page, String heading, List<String> columns, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      page.append("### ").append(heading).append("\n\n");
      row(page, columns);
      row(page, columns.stream().map(column -> "---").toList());
      rows.forEach(cells -> row(page, cells));
      page.append('\n');
    }
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append(
        cells.stream().map(MarkdownReport::plain).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Text that Markdown takes as it is, in one line. */
  private static String plain(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("`", "\\`")
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
