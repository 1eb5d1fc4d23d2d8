package dev.atoll.itest.loadbalancer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/**
 * Makes, changes and deletes load balancers.
 *
 * @param elb the API
 * @param owned what is there already
 */
record Balancers(ElasticLoadBalancingV2Client elb, Owned owned) {

  private static final String RESOURCE = "LoadBalancer";

  /** What a made load balancer is known by. */
  record Made(String arn, String hostname) {}

  /**
   * Makes it, or changes the one that is there.
   *
   * @param groups its security groups
   */
  Made make(NetworkLoadBalancer wanted, String vpc, List<String> groups) {
    Optional<LoadBalancer> there = there(wanted);
    var made = there.orElseGet(() -> create(wanted, groups));
    String arn = made.loadBalancerArn();
    there.ifPresent(old -> change(old, wanted, groups));
    if (!wanted.attributes().isEmpty()) {
      elb.modifyLoadBalancerAttributes(
          request ->
              request
                  .loadBalancerArn(arn)
                  .attributes(
                      wanted.attributes().entrySet().stream()
                          .map(
                              entry ->
                                  LoadBalancerAttribute.builder()
                                      .key(entry.getKey())
                                      .value(entry.getValue())
                                      .build())
                          .toList()));
    }
    new Listeners(elb, owned, vpc).make(arn, wanted);
    return new Made(arn, made.dnsName());
  }

  /** One of another name, such as of the other scheme, makes way. */
  private Optional<LoadBalancer> there(NetworkLoadBalancer wanted) {
    List<String> arns = owned.loadBalancers(wanted.tags().get(Tags.STACK));
    if (arns.isEmpty()) {
      return Optional.empty();
    }
    var found =
        elb.describeLoadBalancers(request -> request.loadBalancerArns(arns)).loadBalancers();
    found.stream()
        .filter(each -> !each.loadBalancerName().equals(wanted.name()))
        .forEach(each -> delete(each.loadBalancerArn()));
    return found.stream().filter(each -> each.loadBalancerName().equals(wanted.name())).findFirst();
  }

  private LoadBalancer create(NetworkLoadBalancer wanted, List<String> groups) {
    return elb.createLoadBalancer(
            request ->
                request
                    .name(wanted.name())
                    .type(LoadBalancerTypeEnum.NETWORK)
                    .scheme(wanted.scheme())
                    .subnetMappings(mappings(wanted))
                    .securityGroups(groups)
                    .tags(Owned.tags(wanted.tags(), RESOURCE)))
        .loadBalancers()
        .get(0);
  }

  private void change(LoadBalancer there, NetworkLoadBalancer wanted, List<String> groups) {
    String arn = there.loadBalancerArn();
    if (!there.securityGroups().equals(groups)) {
      elb.setSecurityGroups(request -> request.loadBalancerArn(arn).securityGroups(groups));
    }
    var subnets =
        there.availabilityZones().stream()
            .map(AvailabilityZone::subnetId)
            .collect(Collectors.toSet());
    if (!subnets.equals(
        wanted.zones().stream()
            .map(NetworkLoadBalancer.Zone::subnet)
            .collect(Collectors.toSet()))) {
      elb.setSubnets(request -> request.loadBalancerArn(arn).subnetMappings(mappings(wanted)));
    }
    elb.addTags(request -> request.resourceArns(arn).tags(Owned.tags(wanted.tags(), RESOURCE)));
  }

  private static List<SubnetMapping> mappings(NetworkLoadBalancer wanted) {
    return wanted.zones().stream()
        .map(
            zone ->
                SubnetMapping.builder()
                    .subnetId(zone.subnet())
                    .allocationId(zone.allocation().orElse(null))
                    .build())
        .toList();
  }

  /** Deletes everything of a Service. */
  void deleteAllOf(String service) {
    owned.loadBalancers(service).forEach(this::delete);
    owned
        .targetGroups(service)
        .forEach(arn -> elb.deleteTargetGroup(request -> request.targetGroupArn(arn)));
  }

  private void delete(String arn) {
    elb.deleteLoadBalancer(request -> request.loadBalancerArn(arn));
  }
}
