package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.HealthAlarm;
import java.util.List;
import java.util.Set;

/** Alarms of CloudWatch on health checks; other alarms are none of our business. */
final class HealthAlarmReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_cloudwatch_metric_alarm");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(HealthAlarm.class);
  }

  @Override
  public List<HealthAlarm> read(Attributes alarm) {
    boolean other =
        alarm.text("namespace").is(HealthAlarm.NAMESPACE::equals).isNo()
            || alarm.text("metric_name").is(HealthAlarm.METRIC::equals).isNo();
    return other
        ? List.of()
        : List.of(
            new HealthAlarm(
                alarm.source(),
                alarm.ref(),
                alarm.region(),
                check(alarm),
                alarm.text("comparison_operator"),
                threshold(alarm),
                alarm
                    .flag("actions_enabled", true)
                    .flatMap(on -> on ? alarm.refs("alarm_actions") : Value.known(Set.of()))));
  }

  private static Value<Ref> check(Attributes alarm) {
    return alarm
        .blocks("dimensions")
        .flatMap(
            dimensions ->
                dimensions.stream()
                    .filter(each -> each.has(HealthAlarm.DIMENSION))
                    .map(each -> each.ref(HealthAlarm.DIMENSION))
                    .findFirst()
                    .orElseGet(
                        () -> Value.unknown(alarm.ref() + " does not say which health check")));
  }

  private static Value<Double> threshold(Attributes alarm) {
    return alarm
        .text("threshold")
        .flatMap(
            text ->
                text.matches("-?\\d+(\\.\\d+)?")
                    ? Value.known(Double.valueOf(text))
                    : Value.unknown("the threshold of " + alarm.ref() + " is no number: " + text));
  }
}
