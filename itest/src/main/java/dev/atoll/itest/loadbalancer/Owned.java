package dev.atoll.itest.loadbalancer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/**
 * Finds by their tags what was made for a Service, as the controller does: it remembers nothing.
 *
 * @param elb the API
 * @param cluster the cluster's name
 */
record Owned(ElasticLoadBalancingV2Client elb, String cluster) {

  /** ELB describes the tags of no more things in one call. */
  private static final int BATCH = 20;

  /** The ARNs of the load balancers of a Service. */
  List<String> loadBalancers(String service) {
    return of(
        service,
        elb.describeLoadBalancersPaginator().loadBalancers().stream()
            .map(each -> each.loadBalancerArn())
            .toList());
  }

  /** The ARNs of the target groups of a Service. */
  List<String> targetGroups(String service) {
    return of(
        service,
        elb.describeTargetGroupsPaginator().targetGroups().stream()
            .map(each -> each.targetGroupArn())
            .toList());
  }

  private List<String> of(String service, List<String> arns) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < arns.size(); i += BATCH) {
      List<String> some = arns.subList(i, Math.min(i + BATCH, arns.size()));
      elb.describeTags(request -> request.resourceArns(some)).tagDescriptions().stream()
          .filter(description -> isOf(service, description))
          .map(TagDescription::resourceArn)
          .forEach(found::add);
    }
    return found;
  }

  private boolean isOf(String service, TagDescription description) {
    Map<String, String> tags =
        description.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    return cluster.equals(tags.get(Tags.CLUSTER)) && service.equals(tags.get(Tags.STACK));
  }

  static Collection<Tag> tags(Map<String, String> tags, String resource) {
    Map<String, String> all = new TreeMap<>(tags);
    all.put(Tags.RESOURCE, resource);
    return all.entrySet().stream()
        .map(entry -> Tag.builder().key(entry.getKey()).value(entry.getValue()).build())
        .toList();
  }
}
