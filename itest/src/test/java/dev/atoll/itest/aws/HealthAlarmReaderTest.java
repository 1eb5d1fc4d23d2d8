package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_1;
import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.route53.model.HealthCheckType;

/** DNS-13 over an account in which a failure is told, and after one thing in it is broken. */
@ExtendWith(LocalStackExtension.class)
class HealthAlarmReaderTest {

  private AwsClients account;
  private Catalogued read;
  private String check;
  private String topic;
  private String subscription;

  @BeforeEach
  void aFailureIsTold(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    read = Catalogued.of(() -> facts(account));
    check =
        account
            .route53()
            .createHealthCheck(
                r ->
                    r.callerReference("one")
                        .healthCheckConfig(
                            c ->
                                c.type(HealthCheckType.HTTPS)
                                    .fullyQualifiedDomainName("replica.example.com")
                                    .resourcePath("/healthz")
                                    .port(443)))
            .healthCheck()
            .id();
    topic = account.sns(US_EAST_1).createTopic(r -> r.name("health")).topicArn();
    // A queue needs no person to agree.
    subscription =
        account
            .sns(US_EAST_1)
            .subscribe(
                r ->
                    r.topicArn(topic)
                        .protocol("sqs")
                        .endpoint("arn:aws:sqs:us-east-1:000000000000:oncall")
                        .returnSubscriptionArn(true))
            .subscriptionArn();
    alarm(US_EAST_1, "watch", alarm -> {});
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(read.verdict("DNS-13")).isEqualTo(Verdict.PASS);
    assertThat(read.facts().all(HealthAlarm.class).facts()).hasSize(1);
  }

  @Test
  void otherAlarmsAreLeftAlone() {
    alarm(US_EAST_2, "cpu", alarm -> alarm.namespace("AWS/EC2").metricName("CPUUtilization"));

    assertThat(read.facts().all(HealthAlarm.class).facts()).hasSize(1);
  }

  @Test
  void noAlarm() {
    fails(() -> account.cloudWatch(US_EAST_1).deleteAlarms(r -> r.alarmNames("watch")));
  }

  @Test
  void anAlarmOnAnotherHealthCheck() {
    fails(() -> alarm(US_EAST_1, "watch", alarm -> alarm.dimensions(of("another"))));
  }

  @Test
  void anAlarmThatFiresTheWrongWayRound() {
    fails(
        () ->
            alarm(
                US_EAST_1,
                "watch",
                alarm ->
                    alarm.comparisonOperator(
                        ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)));
  }

  @Test
  void anAlarmThatNeverFires() {
    fails(() -> alarm(US_EAST_1, "watch", alarm -> alarm.threshold(0.0)));
  }

  @Test
  void anAlarmWhereThereAreNoMetrics() {
    fails(() -> alarm(US_WEST_2, "beside", alarm -> {}));
  }

  @Test
  void actionsThatAreOff() {
    fails(() -> alarm(US_EAST_1, "watch", alarm -> alarm.actionsEnabled(false)));
  }

  @Test
  void anotherTopic() {
    String other = account.sns(US_EAST_1).createTopic(r -> r.name("other")).topicArn();
    fails(() -> alarm(US_EAST_1, "watch", alarm -> alarm.alarmActions(other)));
  }

  @Test
  void nobodyIsSubscribed() {
    fails(() -> account.sns(US_EAST_1).unsubscribe(r -> r.subscriptionArn(subscription)));
  }

  @Test
  void nobodyHasAgreedYet() {
    account.sns(US_EAST_1).unsubscribe(r -> r.subscriptionArn(subscription));
    account
        .sns(US_EAST_1)
        .subscribe(r -> r.topicArn(topic).protocol("email").endpoint("oncall@example.com"));

    assertThat(read.verdict("DNS-13")).isEqualTo(Verdict.FAIL);
  }

  private void fails(Runnable breaking) {
    assertThat(read.failAfter(breaking)).containsExactly("DNS-13");
  }

  private void alarm(Region region, String name, Consumer<PutMetricAlarmRequest.Builder> change) {
    account
        .cloudWatch(region)
        .putMetricAlarm(
            alarm -> {
              alarm
                  .alarmName(name)
                  .namespace("AWS/Route53")
                  .metricName("HealthCheckStatus")
                  .dimensions(of(check))
                  .statistic(Statistic.MINIMUM)
                  .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                  .threshold(1.0)
                  .period(60)
                  .evaluationPeriods(1)
                  .alarmActions(topic);
              change.accept(alarm);
            });
  }

  private static Dimension of(String check) {
    return Dimension.builder().name("HealthCheckId").value(check).build();
  }

  private static List<Fact> facts(AwsAccount account) {
    List<Fact> facts = new ArrayList<>(DnsReader.read(account));
    facts.addAll(HealthAlarmReader.read(account, List.of(US_EAST_2, US_WEST_2)));
    return facts;
  }
}
