package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.TopicSubscription;
import java.util.List;
import java.util.Set;

/** Subscriptions of SNS topics. Whether they are confirmed only a state says. */
final class TopicSubscriptionReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_sns_topic_subscription");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(TopicSubscription.class);
  }

  @Override
  public List<TopicSubscription> read(Attributes subscription) {
    return List.of(
        new TopicSubscription(
            subscription.source(),
            subscription.ref(),
            subscription.ref("topic_arn"),
            subscription.text("protocol"),
            subscription.has("pending_confirmation")
                ? subscription.flag("pending_confirmation", false).map(pending -> !pending)
                : Value.unknown(
                    "whether %s agreed to be told"
                        .formatted(subscription.text("endpoint").show()))));
  }
}
