package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** Somebody who is told by e-mail, once they have confirmed it. */
public record AwsSnsTopicSubscription(String name, Region region, AwsSnsTopic topic, String address)
    implements Resource {

  @Override
  public String type() {
    return "aws_sns_topic_subscription";
  }

  @Override
  public Block arguments() {
    return Block.of("topic_arn", topic.attribute("arn"))
        .with("protocol", "email")
        .with("endpoint", address);
  }
}
