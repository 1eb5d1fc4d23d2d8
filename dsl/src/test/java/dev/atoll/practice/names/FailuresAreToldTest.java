package dev.atoll.practice.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.TopicSubscription;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.dns.FailuresAreTold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DNS-13: an alarm that tells somebody, and what keeps it from doing so. */
class FailuresAreToldTest {

  private static final Source HERE = new Source(Origin.APPLIED, "here");
  private static final Ref CHECK = new Ref("check");
  private static final Ref TOPIC = new Ref("topic");

  @Test
  void anAlarmThatTellsSomebodyPasses() {
    assertThat(judge(alarm(Region.US_EAST_1, "LessThanThreshold", 1, TOPIC), agreed(true)))
        .extracting(Judgement::verdict)
        .isEqualTo(Verdict.PASS);
    assertThat(judge(alarm(Region.US_EAST_1, "LessThanOrEqualToThreshold", 0, TOPIC), agreed(true)))
        .extracting(Judgement::verdict)
        .isEqualTo(Verdict.PASS);
  }

  static Stream<Arguments> broken() {
    HealthAlarm good = alarm(Region.US_EAST_1, "LessThanThreshold", 1, TOPIC);
    return Stream.of(
        Arguments.of("no alarm", List.of(agreed(true)), "no alarm watches"),
        Arguments.of(
            "beside the Region's other alarms",
            List.of(alarm(Region.US_WEST_2, "LessThanThreshold", 1, TOPIC), agreed(true)),
            "no metrics"),
        Arguments.of(
            "fires when all is well",
            List.of(alarm(Region.US_EAST_1, "GreaterThanThreshold", 0, TOPIC), agreed(true)),
            "fires at"),
        Arguments.of(
            "never fires",
            List.of(alarm(Region.US_EAST_1, "LessThanThreshold", 0, TOPIC), agreed(true)),
            "fires at"),
        Arguments.of(
            "always fires",
            List.of(alarm(Region.US_EAST_1, "LessThanOrEqualToThreshold", 1, TOPIC), agreed(true)),
            "fires at"),
        Arguments.of(
            "no action",
            List.of(alarm(Region.US_EAST_1, "LessThanThreshold", 1), agreed(true)),
            "tells nobody"),
        Arguments.of("nobody is subscribed", List.of(good), "nobody has agreed"),
        Arguments.of("nobody has agreed", List.of(good, agreed(false)), "nobody has agreed"),
        Arguments.of(
            "to another topic",
            List.of(
                alarm(Region.US_EAST_1, "LessThanThreshold", 1, new Ref("other")), agreed(true)),
            "nobody has agreed"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void whatTellsNobodyIsAWarning(String name, List<Fact> facts, String said) {
    Judgement judgement = judge(facts.toArray(Fact[]::new));

    assertThat(judgement.verdict()).as(name).isEqualTo(Verdict.FAIL);
    assertThat(judgement.severity()).contains(Severity.WARNING);
    assertThat(judgement.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains(said));
  }

  @Test
  void whatWasNotReadStaysOpen() {
    HealthAlarm good = alarm(Region.US_EAST_1, "LessThanThreshold", 1, TOPIC);
    assertThat(open(HealthAlarm.class)).isEqualTo(Verdict.UNKNOWN);
    assertThat(open(TopicSubscription.class, good)).isEqualTo(Verdict.UNKNOWN);
    TopicSubscription unsaid =
        new TopicSubscription(
            HERE,
            new Ref("s"),
            Value.known(TOPIC),
            Value.known("email"),
            Value.unknown("whether they agreed"));
    assertThat(judge(good, unsaid).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void withoutHealthChecksThereIsNothingToTell() {
    assertThat(new FailuresAreTold().judge(Facts.of(Origin.APPLIED, List.of())).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static Verdict open(Class<? extends Fact> kind, Fact... more) {
    List<Fact> facts = new ArrayList<>(List.of(more));
    facts.add(check());
    return new FailuresAreTold()
        .judge(Facts.of(Origin.APPLIED, facts, List.of(new Gap(kind, "not read"))))
        .verdict();
  }

  private static Judgement judge(Fact... more) {
    List<Fact> facts = new ArrayList<>(List.of(more));
    facts.add(check());
    return new FailuresAreTold().judge(Facts.of(Origin.APPLIED, facts));
  }

  private static HealthCheck check() {
    return new HealthCheck(
        HERE,
        CHECK,
        Value.known("HTTPS"),
        Value.known(Optional.of("replica.example.com")),
        Value.known(443),
        Value.known("/healthz"),
        Value.known(Duration.ofSeconds(30)),
        Value.known(3));
  }

  private static HealthAlarm alarm(Region region, String comparison, double at, Ref... actions) {
    return new HealthAlarm(
        HERE,
        new Ref("alarm"),
        Value.known(region),
        Value.known(CHECK),
        Value.known(comparison),
        Value.known(at),
        Value.known(Set.of(actions)));
  }

  private static TopicSubscription agreed(boolean confirmed) {
    return new TopicSubscription(
        HERE,
        new Ref("subscription"),
        Value.known(TOPIC),
        Value.known("email"),
        Value.known(confirmed));
  }
}
