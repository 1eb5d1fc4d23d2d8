package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {

  @Test
  void readsBackWithTheCountsOfTheSummary() throws Exception {
    Report report = SampleReport.mixed();
    Element suite = suite(report);

    assertThat(number(suite, "tests"))
        .isEqualTo(elements(suite, "testcase").size())
        .isEqualTo(count(report, Outcome.values()));
    assertThat(number(suite, "failures"))
        .isEqualTo(elements(suite, "failure").size())
        .isEqualTo(count(report, Outcome.FAIL));
    assertThat(number(suite, "errors"))
        .isEqualTo(elements(suite, "error").size())
        .isEqualTo(count(report, Outcome.UNKNOWN))
        .isPositive();
    assertThat(number(suite, "skipped"))
        .isEqualTo(elements(suite, "skipped").size())
        .isEqualTo(count(report, Outcome.NOT_RUN, Outcome.NOT_APPLICABLE));
  }

  @Test
  void oneTestCasePerWantedEvidence() throws Exception {
    Element suite = suite(SampleReport.mixed());

    Element traffic = testcase(suite, "NET-5 traffic: ");
    assertThat(traffic.getAttribute("classname")).isEqualTo("Network between the regions");
    assertThat(elements(traffic, "skipped").get(0).getAttribute("message"))
        .startsWith("not run: no network between regions");
    assertThat(elements(testcase(suite, "NET-5 plan: "), "*")).isEmpty();
    assertThat(elements(testcase(suite, "LB-1 cluster: "), "system-out")).hasSize(1);
    assertThat(elements(suite, "testcase"))
        .noneMatch(each -> each.getAttribute("name").startsWith("NET-2 plan"));
  }

  @Test
  void failuresSayWhereAndHowToFix() throws Exception {
    Element failure =
        elements(testcase(suite(SampleReport.mixed()), "NET-4 applied: "), "failure").get(0);

    assertThat(failure.getAttribute("type")).isEqualTo("error");
    assertThat(failure.getTextContent())
        .contains("0.0.0.0/0", "where: sg-0a1f in us-west-2", "fix: Replace", "why: The replicas")
        .contains("sg-77c2");
  }

  @Test
  void aFailureThatNobodyAskedForIsThere() throws Exception {
    Element suite = suite(failing("x", EvidenceKind.APPLIED, EvidenceKind.MODEL));

    assertThat(elements(suite, "testcase")).hasSize(2);
    assertThat(number(suite, "failures")).isEqualTo(1);
  }

  @Test
  void whateverIsSaidIsTextAndWellFormed() throws Exception {
    String evil = "]]></failure><x a=\"'&\u0000\u001b[31m\ufffe\ud800 \r\n \ud83d\ude00";

    Element suite = suite(failing(evil, EvidenceKind.APPLIED, EvidenceKind.APPLIED));

    Element failure = elements(suite, "failure").get(0);
    assertThat(failure.getTextContent())
        .contains("]]></failure><x a=\"'&\ufffd\ufffd[31m\ufffd\ufffd \n \ud83d\ude00");
    assertThat(failure.getAttribute("message")).startsWith("]]></failure><x a=\"'&");
    assertThat(elements(suite, "x")).isEmpty();
  }

  private static Report failing(String text, EvidenceKind seen, EvidenceKind wanted) {
    About about = About.practice("X-1", text).because(text).wants(wanted);
    Finding finding =
        new Finding(about, text, List.of(new Source(Origin.PLAN, text)), text, List.of());
    EvidenceLog log = new EvidenceLog(List.of(new Awaited(about)));
    Judgement fails = new Judgement(Verdict.FAIL, text, List.of(finding));
    log.add(Evidence.of("X-1", seen, fails, Duration.ZERO));
    log.backend(new Backend(text, text, text, Backend.Nature.REAL, text));
    return log.report(text, Instant.EPOCH, Duration.ZERO);
  }

  private static Element suite(Report report) throws Exception {
    byte[] bytes = JunitReport.text(report).getBytes(StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
    return elements(document.getDocumentElement(), "testsuite").get(0);
  }

  private static Element testcase(Element suite, String name) {
    return elements(suite, "testcase").stream()
        .filter(each -> each.getAttribute("name").startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  /** Counted from the rows, not from the summary that the suite itself counts by. */
  private static int count(Report report, Outcome... outcomes) {
    return (int)
        report.rows().stream()
            .flatMap(row -> row.marks().stream())
            .filter(mark -> mark.wanted() || mark.outcome() == Outcome.FAIL)
            .filter(mark -> List.of(outcomes).contains(mark.outcome()))
            .count();
  }
}
