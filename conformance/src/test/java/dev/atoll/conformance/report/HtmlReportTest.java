package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final String EVIL = "\"'><script>alert(1)</script>&<img src=x onerror=y>";

  @Test
  void whateverIsSaidIsTextAndNeverMarkup() {
    About about =
        About.practice("X-1", "title " + EVIL)
            .from(new Citation("doc " + EVIL, EVIL), Citation.page(EVIL, "https://x/" + EVIL))
            .from(Citation.page("js", "javascript:alert(1)"))
            .corrects("says " + EVIL, "holds " + EVIL)
            .because("why " + EVIL)
            .fix("fix " + EVIL)
            .wants(EvidenceKind.PLAN, EvidenceKind.MODEL);
    Finding finding =
        new Finding(about, EVIL, List.of(new Source(Origin.PLAN, EVIL)), EVIL, List.of(EVIL, EVIL));
    EvidenceLog log = new EvidenceLog(List.of(new Awaited(about)));
    Judgement fails = new Judgement(Verdict.FAIL, "detail " + EVIL, List.of(finding));
    log.add(Evidence.of("X-1", EvidenceKind.PLAN, fails, Duration.ZERO).restingOn(EVIL));
    log.add(
        Evidence.of(
            "X-1",
            EvidenceKind.MODEL,
            new Judgement(Verdict.PASS, EVIL, List.of()),
            Duration.ZERO));
    log.notice(EVIL);
    log.backend(new Backend(EVIL, EVIL, EVIL, Backend.Nature.REAL, EVIL));

    String page = HtmlReport.text(log.report(EVIL, Instant.EPOCH, Duration.ZERO));

    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script", "<img", "href=\"javascript", "\"&#39;", "'");
    assertThat(tags(page)).containsOnly(KNOWN);
  }

  private static final String[] KNOWN = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article",
    "footer", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "strong",
    "b", "i", "small", "code", "a", "details", "summary", "table", "thead", "tbody", "tr", "th",
    "td"
  };

  @Test
  void everyElementIsClosedInOrder() {
    assertThat(unclosed(HtmlReport.text(SampleReport.mixed()))).isEmpty();
    assertThat(unclosed("<p><b></p></b>")).isNotEmpty();
  }

  @Test
  void whatIsAddedToAnEmulatorIsListedWhereOneWasUsed() {
    EvidenceLog log = new EvidenceLog(List.of());
    log.backend(new Backend("cloud", "APIs", "1", Backend.Nature.REAL, "there"));
    assertThat(HtmlReport.text(log.report("t", Instant.EPOCH, Duration.ZERO)))
        .doesNotContain("What is added to the emulator");

    log.backend(new Backend("emulator", "APIs", "1", Backend.Nature.EMULATOR, "here"));
    assertThat(HtmlReport.text(log.report("t", Instant.EPOCH, Duration.ZERO)))
        .contains("What is added to the emulator", "DeleteCacheSubnetGroup")
        .contains("/APIReference/API_CreateAddon.html");
  }

  @Test
  void loadsNothing() {
    String page = HtmlReport.text(SampleReport.mixed());

    assertThat(page).doesNotContain("src=", "<link", "url(", "@import", "<script");
    assertThat(page).contains("default-src 'none'".replace("'", "&#39;"));
  }

  @Test
  void whatFailedComesFirstAndErrorsBeforeWarnings() {
    String page = HtmlReport.text(SampleReport.mixed());

    assertThat(page)
        .containsSubsequence(
            "What failed",
            "Nodes admit TCP 8080",
            "sg-0a1f (coderdemo-usw2-node) admits TCP 8080 from 0.0.0.0/0",
            "Where",
            "sg-0a1f in us-west-2",
            "Why",
            "The replicas of the two regions",
            "Fix",
            "Replace 0.0.0.0/0",
            "What warns",
            "Replicas lie within 10 ms",
            "Proven in part",
            "Every practice");
    assertThat(HtmlReport.text(SampleReport.calm())).doesNotContain("What failed", "What warns");
  }

  @Test
  void partlyProvenIsHalfFilledAndNeverAPass() {
    String row = row("NET-5");

    assertThat(row).contains("NOT RUN", "1 of 2", "pip pass", "pip not-run");
    assertThat(row).doesNotContain("<b>PASS</b>");
    assertThat(row("NET-2")).contains("<b>PASS</b>");
  }

  @Test
  void standInsAreNamed() {
    assertThat(row("LB-1"))
        .contains("PASS (stand-in)", "rests on the stand-in load balancer controller");
    assertThat(row("NET-2")).doesNotContain("stand-in");
  }

  @Test
  void aFailureWithoutFindingsStillSaysWhatFailed() {
    About about = About.practice("X-1", "x").because("reason").fix("remedy");
    EvidenceLog log = new EvidenceLog(List.of(new Awaited(about)));
    Judgement fails = new Judgement(Verdict.FAIL, "terraform apply ended with 1", List.of());
    log.add(Evidence.of("X-1", EvidenceKind.APPLIED, fails, Duration.ZERO));

    String page = HtmlReport.text(log.report("t", Instant.EPOCH, Duration.ZERO));

    assertThat(page.substring(page.indexOf("What failed"), page.indexOf("Every practice")))
        .contains("terraform apply ended with 1", "reason", "remedy");
  }

  @Test
  void sameReportSameBytes() throws IOException {
    assertThat(HtmlReport.text(SampleReport.mixed()))
        .isEqualTo(HtmlReport.text(SampleReport.mixed()));
    // Left for a person to look at.
    HtmlReport.write(SampleReport.mixed(), Path.of("target/sample-report/mixed.html"));
    HtmlReport.write(SampleReport.calm(), Path.of("target/sample-report/calm.html"));
  }

  /** The row of a practice among all of them. */
  private static String row(String id) {
    String page = HtmlReport.text(SampleReport.mixed());
    int start = page.indexOf("<li id=\"" + id + "\"");
    return page.substring(start, page.indexOf("</details>", start));
  }

  private static List<String> tags(String page) {
    return Pattern.compile("<([a-z0-9]+)")
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }

  /** What is left over when every element is closed by its own end tag. */
  private static String unclosed(String page) {
    StringBuilder open = new StringBuilder();
    List<MatchResult> tags =
        Pattern.compile("<(/?)([a-z0-9]+)[^>]*>").matcher(page).results().toList();
    for (MatchResult tag : tags) {
      String name = "<" + tag.group(2) + ">";
      if (Html.VOID.contains(tag.group(2))) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.append(name);
      } else if (open.toString().endsWith(name)) {
        open.setLength(open.length() - name.length());
      } else {
        return "</%s> closes %s".formatted(tag.group(2), open);
      }
    }
    return open.toString();
  }
}
