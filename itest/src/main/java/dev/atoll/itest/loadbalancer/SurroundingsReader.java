package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.Surroundings.Subnet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Asks EC2 for what the controller must know. */
final class SurroundingsReader {

  private SurroundingsReader() {}

  static Surroundings read(Ec2Client ec2, String cluster, String vpc) {
    List<Subnet> subnets =
        ec2
            .describeSubnetsPaginator(
                request -> request.filters(Filter.builder().name("vpc-id").values(vpc).build()))
            .subnets()
            .stream()
            .map(
                subnet ->
                    new Subnet(
                        subnet.subnetId(),
                        subnet.availabilityZone(),
                        subnet.cidrBlock(),
                        tags(subnet.tags())))
            .toList();
    return new Surroundings(cluster, vpc, subnets);
  }

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }
}
