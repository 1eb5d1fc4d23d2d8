package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.HealthCheck;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.TargetGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/**
 * Makes the listeners of a load balancer and the target groups behind them.
 *
 * @param elb the API
 * @param owned what is there already
 * @param vpc where the targets are
 */
record Listeners(ElasticLoadBalancingV2Client elb, Owned owned, String vpc) {

  void make(String balancer, NetworkLoadBalancer wanted) {
    Map<Integer, Listener> there = new HashMap<>();
    elb.describeListenersPaginator(request -> request.loadBalancerArn(balancer))
        .listeners()
        .forEach(listener -> there.put(listener.port(), listener));
    Set<String> used = new HashSet<>();
    for (NetworkLoadBalancer.Listener listener : wanted.listeners()) {
      Optional<Listener> old = Optional.ofNullable(there.remove(listener.port()));
      used.add(make(balancer, wanted.tags(), listener, old));
    }
    there.values().forEach(this::delete);
    owned.targetGroups(wanted.tags().get(Tags.STACK)).stream()
        .filter(arn -> !used.contains(arn))
        .forEach(this::deleteTargets);
  }

  /** Gives back the ARN of its target group. */
  private String make(
      String balancer,
      Map<String, String> tags,
      NetworkLoadBalancer.Listener wanted,
      Optional<Listener> there) {
    String targets = targets(wanted.targets(), tags);
    String arn;
    if (there.filter(old -> isAs(old, wanted, targets)).isPresent()) {
      arn = there.get().listenerArn();
    } else {
      // Anew instead of changed: the emulator's ModifyListener refuses TLS.
      there.ifPresent(this::delete);
      arn = create(balancer, tags, wanted, targets);
    }
    if (!wanted.attributes().isEmpty()) {
      elb.modifyListenerAttributes(
          request ->
              request
                  .listenerArn(arn)
                  .attributes(
                      wanted.attributes().entrySet().stream()
                          .map(
                              entry ->
                                  ListenerAttribute.builder()
                                      .key(entry.getKey())
                                      .value(entry.getValue())
                                      .build())
                          .toList()));
    }
    return targets;
  }

  private static boolean isAs(Listener there, NetworkLoadBalancer.Listener wanted, String targets) {
    return there.protocolAsString().equals(wanted.protocol())
        && there.certificates().stream()
            .map(Certificate::certificateArn)
            .toList()
            .equals(wanted.certificates().stream().limit(1).toList())
        && there.alpnPolicy().equals(alpn(wanted))
        && there.defaultActions().stream()
            .allMatch(action -> targets.equals(action.targetGroupArn()));
  }

  private static List<String> alpn(NetworkLoadBalancer.Listener wanted) {
    return wanted.alpn().map(List::of).orElse(List.of());
  }

  private String create(
      String balancer,
      Map<String, String> tags,
      NetworkLoadBalancer.Listener wanted,
      String targets) {
    Certificate[] certificates =
        wanted.certificates().stream()
            .map(arn -> Certificate.builder().certificateArn(arn).build())
            .toArray(Certificate[]::new);
    String arn;
    try {
      arn =
          elb.createListener(
                  request ->
                      request
                          .loadBalancerArn(balancer)
                          .port(wanted.port())
                          .protocol(wanted.protocol())
                          .certificates(List.of(certificates).stream().limit(1).toList())
                          .sslPolicy(wanted.policy().orElse(null))
                          .alpnPolicy(wanted.alpn().map(List::of).orElse(null))
                          .defaultActions(
                              Action.builder()
                                  .type(ActionTypeEnum.FORWARD)
                                  .targetGroupArn(targets)
                                  .build())
                          .tags(Owned.tags(tags, Integer.toString(wanted.port()))))
              .listeners()
              .get(0)
              .listenerArn();
    } catch (ElasticLoadBalancingV2Exception e) {
      // The controller was seen to leave the load balancer behind, and nothing else.
      deleteTargets(targets);
      throw e;
    }
    if (certificates.length > 1) {
      elb.addListenerCertificates(
          request ->
              request
                  .listenerArn(arn)
                  .certificates(List.of(certificates).subList(1, certificates.length)));
    }
    return arn;
  }

  private String targets(TargetGroup wanted, Map<String, String> tags) {
    String arn = found(wanted.name()).orElseGet(() -> createTargets(wanted, tags));
    HealthCheck health = wanted.health();
    elb.modifyTargetGroup(
        request ->
            request
                .targetGroupArn(arn)
                .healthCheckProtocol(health.protocol())
                .healthCheckPort(health.port())
                .healthCheckPath(health.path().orElse(null))
                .healthCheckIntervalSeconds(health.interval())
                .healthCheckTimeoutSeconds(health.timeout())
                .healthyThresholdCount(health.healthy())
                .unhealthyThresholdCount(health.unhealthy()));
    if (!wanted.attributes().isEmpty()) {
      elb.modifyTargetGroupAttributes(
          request ->
              request
                  .targetGroupArn(arn)
                  .attributes(
                      wanted.attributes().entrySet().stream()
                          .map(
                              entry ->
                                  TargetGroupAttribute.builder()
                                      .key(entry.getKey())
                                      .value(entry.getValue())
                                      .build())
                          .toList()));
    }
    return arn;
  }

  private Optional<String> found(String name) {
    try {
      return elb.describeTargetGroups(request -> request.names(name)).targetGroups().stream()
          .map(each -> each.targetGroupArn())
          .findFirst();
    } catch (TargetGroupNotFoundException e) {
      return Optional.empty();
    }
  }

  private String createTargets(TargetGroup wanted, Map<String, String> tags) {
    HealthCheck health = wanted.health();
    return elb.createTargetGroup(
            request ->
                request
                    .name(wanted.name())
                    .protocol(wanted.protocol())
                    .port(wanted.port())
                    .targetType(wanted.type())
                    .vpcId(vpc)
                    .healthCheckProtocol(health.protocol())
                    .healthCheckPort(health.port())
                    .healthCheckPath(health.path().orElse(null))
                    .healthCheckIntervalSeconds(health.interval())
                    .healthCheckTimeoutSeconds(health.timeout())
                    .healthyThresholdCount(health.healthy())
                    .unhealthyThresholdCount(health.unhealthy())
                    .tags(Owned.tags(tags, wanted.resource())))
        .targetGroups()
        .get(0)
        .targetGroupArn();
  }

  private void delete(Listener listener) {
    elb.deleteListener(request -> request.listenerArn(listener.listenerArn()));
  }

  private void deleteTargets(String arn) {
    elb.deleteTargetGroup(request -> request.targetGroupArn(arn));
  }
}
