package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Data;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;

/**
 * A load balancer that the controller in a cluster made, found by its tags. It is looked up once
 * what makes its Service is done; before that it is not there.
 *
 * @param tags the tags that it has, among others
 * @param maker what makes its Service
 */
public record AwsLb(String name, Region region, Map<String, String> tags, Resource maker)
    implements Data {

  /**
   * The load balancer of a Service. Both tags are needed: every cluster may have a Service of that
   * name, and every cluster has several Services.
   *
   * @param cluster the name of the cluster
   * @param service the Service's namespace and name: {@code coder/coder}
   */
  public static AwsLb ofService(
      String name, Region region, String cluster, String service, Resource maker) {
    return new AwsLb(
        name,
        region,
        Map.of("elbv2.k8s.aws/cluster", cluster, "service.k8s.aws/stack", service),
        maker);
  }

  @Override
  public String type() {
    return "aws_lb";
  }

  @Override
  public Block arguments() {
    return Block.of("tags", tags);
  }

  @Override
  public List<Resource> dependsOn() {
    return List.of(maker);
  }
}
