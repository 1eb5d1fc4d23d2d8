package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportTest {

  private static final Terminal PLAIN = new Terminal(false, true, 80);
  private static final About NET_3 = About.practice("NET-3", "Both sides route to each other");

  @Test
  void oneLinePerEvidence() {
    assertThat(line(PLAIN, evidence(Verdict.PASS, "looked at 8 route tables")))
        .isEqualTo(
            "✓ NET-3   applied  Both sides route to each other                         145 ms\n");
    assertThat(line(PLAIN, evidence(Verdict.NOT_RUN, "no emulator")))
        .startsWith("○ NET-3   applied  no emulator ");
    assertThat(line(PLAIN, evidence(Verdict.PASS, "looked").restingOn("twin")))
        .startsWith("◐ NET-3   applied  Both sides route to each other (stand-in: twin) ");
    assertThat(line(new Terminal(false, false, 80), evidence(Verdict.FAIL, "no route")))
        .startsWith("FAIL NET-3   applied  no route ")
        .hasSize(81);
  }

  @Test
  void colourOnlyOnATerminal() {
    Evidence fails = evidence(Verdict.FAIL, "no route");

    assertThat(line(new Terminal(true, true, 80), fails)).startsWith("\u001b[31m✗\u001b[0m NET-3");
    assertThat(line(PLAIN, fails)).doesNotContain("\u001b");
  }

  @Test
  void whatAServerAnsweredDoesNotSteerTheTerminal() {
    Evidence evil = evidence(Verdict.FAIL, "a\u001b[2J\r\nb\u009b31m");

    assertThat(line(PLAIN, evil)).contains("a [2J b 31m").doesNotContain("\u001b", "\r", "\u009b");
    assertThat(line(PLAIN, evil).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void linesOfEvidenceAreAsWideAsTheTerminal(int width) {
    Evidence evidence = evidence(Verdict.FAIL, "word ".repeat(60));

    assertThat(line(new Terminal(false, true, width), evidence).strip()).hasSize(width);
    assertThat(line(new Terminal(false, false, width), evidence)).isASCII().contains("...");
  }

  @Test
  void summaryEndsWithThePathOfThePage() {
    String text = summary(SampleReport.mixed(), PLAIN);
    int rows = SampleReport.mixed().rows().size();

    assertThat(text).endsWith("\nconformance/target/conformance/index.html\n");
    assertThat(text)
        .containsSubsequence(
            "Failed\n",
            "  ✗ NET-4   Nodes admit TCP 8080",
            "      sg-0a1f (coderdemo-usw2-node) admits",
            "        where: sg-0a1f in us-west-2",
            "        fix: Replace 0.0.0.0/0",
            "      why: The replicas",
            "  ✗ DNS-5   ",
            "  ✗ NET-6b  ",
            "Proven in part\n",
            "  ■□ 1 of 2  NET-5   Take a piece away",
            "      missing: traffic: no network between regions",
            "  ◧□ 1 of 2  LB-2 ",
            "coderdemo: 2 of %d practices failed, 1 warns. 4 of %d are proven"
                .formatted(rows, rows));
    assertThat(text.lines().filter(line -> !line.contains("aws_vpc")))
        .allMatch(line -> line.length() <= 80, "at most 80 columns");
  }

  @Test
  void summaryOfACalmRunHasNothingFailed() {
    String text = summary(SampleReport.calm(), PLAIN);

    assertThat(text).doesNotContain("Failed\n").contains("coderdemo: Nothing failed.");
  }

  @Test
  void differencesAreListedByName() {
    Difference lost =
        new Difference(
            "NET-3", EvidenceKind.APPLIED, Optional.of(Outcome.PASS), Outcome.FAIL, "no route");
    String text =
        printed(
            out ->
                new ConsoleReport(out, PLAIN).comparison(new Comparison(List.of(lost), List.of())));

    assertThat(text).contains("Worse than expected\n  NET-3 applied lost PASS, is now FAIL: no r");
    assertThat(text).doesNotContain("Better");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # interactive, TERM, NO_COLOR, charset, COLUMNS, colour, unicode, width
          true,  xterm, -, UTF-8,      -,    true,  true,  100
          false, xterm, -, UTF-8,      -,    false, true,  100
          true,  dumb,  -, UTF-8,      -,    false, true,  100
          true,  -,     -, UTF-8,      -,    false, true,  100
          true,  xterm, 1, UTF-8,      -,    false, true,  100
          true,  xterm, '',UTF-8,      -,    true,  true,  100
          true,  xterm, -, US-ASCII,   -,    true,  false, 100
          true,  xterm, -, ISO-8859-1, -,    true,  false, 100
          true,  xterm, -, UTF-8,      132,  true,  true,  132
          true,  xterm, -, UTF-8,      3,    true,  true,  40
          true,  xterm, -, UTF-8,      wide, true,  true,  100
          """)
  void showsWhatTheTerminalCan(
      boolean interactive,
      String term,
      String noColour,
      String charset,
      String columns,
      boolean colour,
      boolean unicode,
      int width) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TERM", term);
    environment.put("NO_COLOR", noColour);
    environment.put("COLUMNS", columns);
    environment.values().removeIf(value -> value == null);

    assertThat(Terminal.of(environment, interactive, Charset.forName(charset)))
        .isEqualTo(new Terminal(colour, unicode, width));
  }

  private static Evidence evidence(Verdict verdict, String detail) {
    return Evidence.of(
        "NET-3",
        EvidenceKind.APPLIED,
        new Judgement(verdict, detail, List.of()),
        Duration.ofMillis(145));
  }

  private static String line(Terminal terminal, Evidence evidence) {
    return printed(out -> new ConsoleReport(out, terminal).evidence(NET_3, evidence));
  }

  private static String summary(Report report, Terminal terminal) {
    Path page = Path.of("conformance/target/conformance/index.html");
    return printed(out -> new ConsoleReport(out, terminal).summary(report, page));
  }

  private static String printed(Consumer<PrintStream> print) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    print.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTerminalSaysItsSizeInRowsAndColumns() {
    assertThat(Terminal.ofSize("50 80\n")).isEqualTo("80");
    assertThat(Terminal.ofSize("0 0\n")).isNull();
    assertThat(Terminal.ofSize("")).isNull();
  }
}
