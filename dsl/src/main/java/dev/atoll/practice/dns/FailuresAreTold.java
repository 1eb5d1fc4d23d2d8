package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.page;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.TopicSubscription;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.Set;

/** DNS-13. Follows every health check to an alarm, its topic, and somebody who reads it. */
public final class FailuresAreTold implements Practice {

  private static final About ABOUT =
      About.practice("DNS-13", "When a region's health check fails, an alarm tells a person")
          .severity(Severity.WARNING)
          .from(
              page(
                  "Amazon Route 53, monitoring health checks using CloudWatch",
                  "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html"),
              page(
                  "Amazon SNS, confirming a subscription",
                  "https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.confirm.html"))
          .because(
              "DNS leads users of a dead region elsewhere, so nobody complains and nobody looks."
                  + " The region stays dead until the next one fails, too. Route 53 has its metrics"
                  + " in us-east-1: an alarm beside the region's other alarms never fires.")
          .fix(
              "Per health check an alarm in us-east-1 on HealthCheckStatus below 1, whose action is"
                  + " an SNS topic that somebody is subscribed to and has confirmed:"
                  + " .dns(dns -> dns.alarm(\"ADDRESS\")).")
          .wants(EvidenceKind.APPLIED);

  /** What fires at 0 and not at 1. */
  private static final Set<String> BELOW =
      Set.of("LessThanThreshold", "LessThanOrEqualToThreshold");

  private static final Set<EvidenceKind> WRITTEN = Set.of(EvidenceKind.MODEL, EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (HealthCheck check : facts.all(HealthCheck.class).facts()) {
      inspection.look("health check");
      inspection.require(
          Truth.any(
                  facts.all(HealthAlarm.class).stream(),
                  alarm -> alarm.check().is(check.ref()::equals))
              .or(facts.all(HealthAlarm.class).gap().map(Truth::open).orElse(Truth.NO)),
          "no alarm watches the health check of %s".formatted(asked(check)),
          check.source());
      facts.all(HealthAlarm.class).stream()
          .filter(alarm -> alarm.check().is(check.ref()::equals).isYes())
          .forEach(alarm -> judge(inspection, facts, asked(check), alarm));
    }
    return inspection.judgement("there is no health check");
  }

  private static void judge(Inspection inspection, Facts facts, String asked, HealthAlarm alarm) {
    inspection
        .look("alarm")
        .require(
            alarm.region().is(Region.US_EAST_1::equals),
            "the alarm on %s is in %s, where Route 53 has no metrics"
                .formatted(asked, alarm.region().show()),
            alarm.source())
        .require(
            fires(alarm),
            "the alarm on %s fires at %s %s, and the status is 1 or 0"
                .formatted(asked, alarm.comparison().show(), alarm.threshold().show()),
            alarm.source())
        .require(
            alarm.actions().is(actions -> !actions.isEmpty()),
            "the alarm on %s tells nobody: it has no action".formatted(asked),
            alarm.source());
    if (!alarm.actions().is(Set::isEmpty).isYes()) {
      inspection.require(
          heard(facts, alarm),
          "nobody has agreed to be told by the alarm on %s".formatted(asked),
          alarm.source());
    }
  }

  /** The name that a check asks, as far as there is one. */
  private static String asked(HealthCheck check) {
    return check.name().asOptional().flatMap(name -> name).orElse(check.ref().key());
  }

  private static Truth fires(HealthAlarm alarm) {
    return alarm
        .comparison()
        .is(BELOW::contains)
        .and(
            alarm
                .comparison()
                .flatMap(how -> alarm.threshold().map(at -> separates(how, at)))
                .is(Boolean::booleanValue));
  }

  private static boolean separates(String comparison, double at) {
    return comparison.equals("LessThanThreshold") ? at > 0 && at <= 1 : at >= 0 && at < 1;
  }

  private static Truth heard(Facts facts, HealthAlarm alarm) {
    return Truth.any(
            facts.all(TopicSubscription.class).stream(),
            subscription ->
                subscription
                    .topic()
                    .flatMap(topic -> alarm.actions().map(told -> told.contains(topic)))
                    .is(Boolean::booleanValue)
                    .and(subscription.confirmed().is(Boolean::booleanValue)))
        .or(facts.all(TopicSubscription.class).gap().map(Truth::open).orElse(nobodyElse(facts)));
  }

  /** People subscribe by themselves; only the account itself knows all of them. */
  private static Truth nobodyElse(Facts facts) {
    return WRITTEN.contains(EvidenceKind.of(facts.origin()))
        ? Truth.open("whether somebody has subscribed and agreed")
        : Truth.NO;
  }
}
