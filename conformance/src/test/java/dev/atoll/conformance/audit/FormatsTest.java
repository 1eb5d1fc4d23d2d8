package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.atoll.conformance.report.Terminal;
import dev.atoll.conformance.report.sarif.Sarif;
import dev.atoll.practice.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What machines read of an audit. */
class FormatsTest {

  private final AuditReport report =
      Fixtures.report(Fixtures.folder("health-check-of-another-region/broken"));

  private static JsonSchema schema() throws IOException {
    try (InputStream schema =
        FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new ObjectMapper().readTree(schema));
    }
  }

  @Test
  void sarifIsValid() throws IOException {
    ObjectNode sarif = Sarif.of(report, "1");
    assertThat(schema().validate(sarif)).isEmpty();

    ((ObjectNode) sarif.at("/runs/0/results/0")).put("level", "terrible");
    assertThat(schema().validate(sarif)).isNotEmpty();
  }

  @Test
  void sarifHasRulesPlacesAndFingerprints() {
    JsonNode run = Sarif.of(report, "1").at("/runs/0");
    JsonNode result = run.at("/results/0");
    assertThat(result.path("ruleId").asText()).isEqualTo("DNS-5");
    JsonNode rule = run.at("/tool/driver/rules").get(result.path("ruleIndex").asInt());
    assertThat(rule.path("id").asText()).isEqualTo("DNS-5");
    assertThat(rule.at("/help/markdown").asText()).contains("**Fix:**");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("main.tf");
    assertThat(place.at("/region/startLine").asInt()).isPositive();
    assertThat(result.at("/relatedLocations")).isNotEmpty();
    assertThat(result.at("/partialFingerprints").properties()).hasSize(1);
  }

  @Test
  void junitIsXmlWithAFailurePerPractice() throws Exception {
    String text = JunitAudit.of(report, Severity.ERROR);
    Document xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    assertThat(xml.getElementsByTagName("testcase").getLength())
        .isEqualTo(report.audit().rows().size());
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
        .contains("main.tf:")
        .contains("fix:");
  }

  @Test
  void jsonHasTheFindingsAndEveryVerdict() {
    JsonNode json = JsonAudit.of(report);
    assertThat(json.at("/summary/error").asInt()).isEqualTo(report.count(Severity.ERROR));
    assertThat(json.at("/findings/0/where/0/file").asText()).isEqualTo("main.tf");
    assertThat(json.at("/practices")).hasSize(report.audit().rows().size());
  }

  @Test
  void aPersonReadsTheWorstFirstAndOneLineAtTheEnd() {
    String text = new ConsoleAudit(new Terminal(false, false, 100), false).text(report);
    assertThat(text).startsWith("error DNS-5").contains("why").contains("fix").contains("source");
    assertThat(text.lines().reduce((one, last) -> last).orElseThrow())
        .matches("\\d+ errors, \\d+ warnings.* in 1 roots .*");
  }

  @Test
  void onANarrowTerminalNothingRunsOverTheEdgeButWhatIsOneWord() {
    for (int width : new int[] {60, 80, 140}) {
      String text = new ConsoleAudit(new Terminal(false, false, width), true).text(report);
      assertThat(text.lines().filter(line -> line.length() > width))
          .as("%d columns", width)
          // Code is shown as it is to be written.
          .allMatch(line -> !line.strip().contains(" ") || line.matches(" {10,}.*[={}].*"));
      assertThat(text).contains("main.tf:").contains("aws_route53_");
    }
  }
}
