package dev.atoll.conformance.synthesized;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.dns.FailuresAreTold;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DNS-13 over what is synthesized for somebody who wants to be told, and over the same broken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthAlarmTwinsTest {

  private static final String ALARM = "/resource/aws_cloudwatch_metric_alarm/us_west_2_health";
  private static final String SUBSCRIPTION = "/resource/aws_sns_topic_subscription/health_1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Topology topology =
      Topology.named("told")
          .domain("told.example.com")
          .coder(coder -> coder.licensed())
          .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
          .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .dns(dns -> dns.alarm("oncall@told.example.com"))
          .build();
  private JsonNode root;

  @BeforeAll
  void synthesize(@TempDir Path folder) throws IOException {
    Synthesis.write(Deployment.withLocalState(topology), folder);
    root = JSON.readTree(folder.resolve(Synthesis.MAIN_ROOT_FILE).toFile());
  }

  @Test
  void asSynthesizedOnlyAPersonHasToAgree() {
    Judgement judgement = judge(root);

    assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(judgement.detail()).contains("oncall@told.example.com");
  }

  /** A state has this attribute. */
  @Test
  void onceSomebodyAgreedItPasses() {
    assertThat(judge(with(SUBSCRIPTION, each -> each.put("pending_confirmation", false))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  /** People also subscribe without Terraform. */
  static Stream<Arguments> open() {
    return Stream.of(
        broken(SUBSCRIPTION, each -> each.put("pending_confirmation", true)),
        broken(SUBSCRIPTION, each -> each.put("topic_arn", "arn:aws:sns:us-east-1:1:other")),
        broken("/resource", all -> all.remove("aws_sns_topic_subscription")));
  }

  @ParameterizedTest
  @MethodSource("open")
  void whoElseIsToldStaysOpen(String at, Consumer<ObjectNode> change) {
    ObjectNode agreed =
        (ObjectNode) with(SUBSCRIPTION, each -> each.put("pending_confirmation", false));
    change.accept((ObjectNode) agreed.at(at));

    assertThat(judge(agreed).verdict()).as(at).isEqualTo(Verdict.UNKNOWN);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("/resource/aws_cloudwatch_metric_alarm", all -> all.remove("us_west_2_health")),
        broken(ALARM, alarm -> alarm.put("provider", "aws.us_west_2")),
        broken(ALARM, alarm -> alarm.put("metric_name", "HealthCheckPercentageHealthy")),
        broken(ALARM, alarm -> alarm.put("namespace", "AWS/EC2")),
        broken(ALARM, alarm -> alarm.put("comparison_operator", "GreaterThanThreshold")),
        broken(ALARM, alarm -> alarm.put("threshold", 0)),
        broken(ALARM, alarm -> alarm.put("actions_enabled", false)),
        broken(ALARM, alarm -> alarm.remove("alarm_actions")),
        broken(
            ALARM + "/dimensions",
            dimensions ->
                dimensions.put("HealthCheckId", "${aws_route53_health_check.us_east_2.id}")));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatTellsNobodyIsFound(String at, Consumer<ObjectNode> change) {
    assertThat(judge(with(at, change)).verdict()).as(at).isEqualTo(Verdict.FAIL);
  }

  private static Arguments broken(String at, Consumer<ObjectNode> change) {
    return Arguments.of(at, change);
  }

  private JsonNode with(String at, Consumer<ObjectNode> change) {
    JsonNode changed = root.deepCopy();
    change.accept((ObjectNode) changed.at(at));
    return changed;
  }

  private static Judgement judge(JsonNode configuration) {
    return new FailuresAreTold().judge(TerraformJson.read(configuration, "main").facts());
  }
}
