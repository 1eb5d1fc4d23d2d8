package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Amazon EC2 in one Region, as a reader sees it.
 *
 * @param origin what the client speaks to
 * @param region the Region
 * @param client the client
 */
record RegionalEc2(Origin origin, Region region, Ec2Client client) {

  Source source(String id) {
    return new Source(origin, "%s (%s)".formatted(id, region));
  }

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toUnmodifiableMap(Tag::key, Tag::value));
  }
}
