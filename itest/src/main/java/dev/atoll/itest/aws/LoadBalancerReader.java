package dev.atoll.itest.aws;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Reads load balancers, their listeners and their target groups. */
public final class LoadBalancerReader {

  /** ELB describes the tags of no more things in one call. */
  private static final int BATCH = 20;

  private final AwsAccount account;
  private final Region region;
  private final ElasticLoadBalancingV2Client elb;

  LoadBalancerReader(AwsAccount account, Region region) {
    this.account = account;
    this.region = region;
    this.elb = account.elb(region);
  }

  /**
   * Every network and application load balancer of these Regions.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    return regions.stream()
        .map(region -> new LoadBalancerReader(account, region))
        .flatMap(
            reader ->
                Stream.of(reader.balancers(), reader.listeners(), reader.groups())
                    .flatMap(part -> part))
        .toList();
  }

  Stream<Fact> balancers() {
    var balancers = elb.describeLoadBalancersPaginator().loadBalancers().stream().toList();
    Map<String, Map<String, String>> tags =
        tags(balancers.stream().map(each -> each.loadBalancerArn()).toList());
    return balancers.stream()
        .map(each -> balancer(each, tags.getOrDefault(each.loadBalancerArn(), Map.of())));
  }

  /** Those of each load balancer. */
  Stream<Fact> listeners() {
    return elb.describeLoadBalancersPaginator().loadBalancers().stream()
        .flatMap(
            balancer ->
                elb
                    .describeListenersPaginator(
                        request -> request.loadBalancerArn(balancer.loadBalancerArn()))
                    .listeners()
                    .stream())
        .map(this::listener);
  }

  Stream<Fact> groups() {
    var groups = elb.describeTargetGroupsPaginator().targetGroups().stream().toList();
    Map<String, Map<String, String>> tags =
        tags(groups.stream().map(each -> each.targetGroupArn()).toList());
    return groups.stream()
        .map(each -> group(each, tags.getOrDefault(each.targetGroupArn(), Map.of())));
  }

  private Map<String, Map<String, String>> tags(List<String> arns) {
    Map<String, Map<String, String>> tags = new HashMap<>();
    for (int i = 0; i < arns.size(); i += BATCH) {
      List<String> some = arns.subList(i, Math.min(i + BATCH, arns.size()));
      elb.describeTags(request -> request.resourceArns(some))
          .tagDescriptions()
          .forEach(
              each ->
                  tags.put(
                      each.resourceArn(),
                      each.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value))));
    }
    return tags;
  }

  private LoadBalancer balancer(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer balancer,
      Map<String, String> tags) {
    return new LoadBalancer(
        source(balancer.loadBalancerArn()),
        new Ref(balancer.loadBalancerArn()),
        region,
        balancer.typeAsString(),
        balancer.schemeAsString(),
        new DomainName(balancer.dnsName()).text(),
        balancer.availabilityZones().stream().map(LoadBalancerReader::zone).toList(),
        balancer.securityGroups().stream().map(Ref::new).collect(Collectors.toSet()),
        elb
            .describeLoadBalancerAttributes(
                request -> request.loadBalancerArn(balancer.loadBalancerArn()))
            .attributes()
            .stream()
            .collect(Collectors.toMap(LoadBalancerAttribute::key, LoadBalancerAttribute::value)),
        tags);
  }

  private static LoadBalancer.Zone zone(AvailabilityZone zone) {
    return new LoadBalancer.Zone(
        new Ref(zone.subnetId()),
        zone.loadBalancerAddresses().stream()
            .map(LoadBalancerAddress::allocationId)
            .flatMap(Stream::ofNullable)
            .map(Ref::new)
            .findFirst());
  }

  private Listener listener(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener listener) {
    return new Listener(
        source(listener.listenerArn()),
        new Ref(listener.listenerArn()),
        new Ref(listener.loadBalancerArn()),
        listener.port(),
        listener.protocolAsString(),
        listener.certificates().stream().map(each -> new Ref(each.certificateArn())).toList(),
        listener.defaultActions().stream()
            .map(Action::targetGroupArn)
            .flatMap(Stream::ofNullable)
            .map(Ref::new)
            .findFirst());
  }

  private TargetGroup group(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup group,
      Map<String, String> tags) {
    return new TargetGroup(
        source(group.targetGroupArn()),
        new Ref(group.targetGroupArn()),
        group.protocolAsString(),
        group.port(),
        group.targetTypeAsString(),
        new TargetGroup.HealthProbe(
            group.healthCheckProtocolAsString(),
            Optional.ofNullable(group.healthCheckPath()),
            group.healthCheckPort(),
            Duration.ofSeconds(group.healthCheckIntervalSeconds()),
            group.healthyThresholdCount(),
            group.unhealthyThresholdCount()),
        elb
            .describeTargetGroupAttributes(
                request -> request.targetGroupArn(group.targetGroupArn()))
            .attributes()
            .stream()
            .collect(Collectors.toMap(TargetGroupAttribute::key, TargetGroupAttribute::value)),
        tags);
  }

  private Source source(String arn) {
    return new Source(account.origin(), arn);
  }
}
