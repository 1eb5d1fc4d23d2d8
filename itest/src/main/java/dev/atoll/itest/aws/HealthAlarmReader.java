package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.TopicSubscription;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Reads who is told when a health check fails: alarms of CloudWatch, subscriptions of SNS. */
public final class HealthAlarmReader {

  /**
   * What SNS lists in the place of an ARN as long as nobody agreed, and the attribute that says so.
   */
  private static final String PENDING = "PendingConfirmation";

  private HealthAlarmReader() {}

  /**
   * Everything of the account in these Regions, and in us-east-1, where the metrics of Route 53
   * are.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, List<Region> regions) {
    return asked(regions).stream()
        .flatMap(region -> Stream.concat(alarms(account, region), subscriptions(account, region)))
        .toList();
  }

  /** Where something is to be read if these Regions are. */
  static Set<Region> asked(Collection<Region> regions) {
    Set<Region> asked = new TreeSet<>(regions);
    asked.add(Region.US_EAST_1);
    return asked;
  }

  static Stream<Fact> alarms(AwsAccount account, Region region) {
    return account.cloudWatch(region).describeAlarmsPaginator().metricAlarms().stream()
        .filter(alarm -> HealthAlarm.NAMESPACE.equals(alarm.namespace()))
        .filter(alarm -> HealthAlarm.METRIC.equals(alarm.metricName()))
        .map(alarm -> alarm(account.origin(), region, alarm));
  }

  static Stream<Fact> subscriptions(AwsAccount account, Region region) {
    SnsClient sns = account.sns(region);
    return sns.listSubscriptionsPaginator().subscriptions().stream()
        .map(each -> subscription(account.origin(), each, confirmed(sns, each)));
  }

  private static HealthAlarm alarm(Origin origin, Region region, MetricAlarm alarm) {
    Optional<Ref> check =
        alarm.dimensions().stream()
            .filter(dimension -> dimension.name().equals(HealthAlarm.DIMENSION))
            .map(Dimension::value)
            .map(Ref::new)
            .findFirst();
    return new HealthAlarm(
        new Source(origin, alarm.alarmArn() + " (CloudWatch)"),
        new Ref(alarm.alarmArn()),
        Value.known(region),
        check
            .map(Value::known)
            .orElseGet(() -> Value.unknown(alarm.alarmName() + " names no health check")),
        Value.known(alarm.comparisonOperatorAsString()),
        Value.known(alarm.threshold()),
        Value.known(
            Boolean.TRUE.equals(alarm.actionsEnabled())
                ? alarm.alarmActions().stream().map(Ref::new).collect(Collectors.toSet())
                : Set.of()));
  }

  private static boolean confirmed(SnsClient sns, Subscription subscription) {
    String arn = subscription.subscriptionArn();
    return !PENDING.equals(arn)
        && !"true"
            .equals(
                sns.getSubscriptionAttributes(ask -> ask.subscriptionArn(arn))
                    .attributes()
                    .get(PENDING));
  }

  private static TopicSubscription subscription(
      Origin origin, Subscription subscription, boolean confirmed) {
    String key =
        "%s %s %s"
            .formatted(subscription.topicArn(), subscription.protocol(), subscription.endpoint());
    return new TopicSubscription(
        new Source(origin, key + " (SNS)"),
        new Ref(key),
        Value.known(new Ref(subscription.topicArn())),
        Value.known(subscription.protocol()),
        Value.known(confirmed));
  }
}
