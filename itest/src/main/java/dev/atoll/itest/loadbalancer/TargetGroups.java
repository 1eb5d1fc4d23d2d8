package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.HealthCheck;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.TargetGroup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The target groups of a Service. */
record TargetGroups(ServiceObject service, Annotations annotations, String cluster) {

  static final String TRAFFIC_PORT = "traffic-port";

  /** A target's port that has a name only: each pod may have another number there. */
  private static final int UNKNOWN_PORT = 1;

  TargetGroup of(ServiceObject.Port port, String protocol) throws Refusal {
    String type = type();
    int number = number(port, type);
    HealthCheck health = health(type);
    Map<String, String> attributes = annotations.map("target-group-attributes");
    String preserve = attributes.getOrDefault("preserve_client_ip.enabled", "false");
    if (!List.of("true", "false").contains(preserve)) {
      throw new Refusal("failed to parse attribute preserve_client_ip.enabled=" + preserve);
    }
    String name =
        Names.of(
            service,
            cluster,
            number,
            port.number(),
            type,
            protocol,
            health.protocol(),
            health.interval());
    return new TargetGroup(
        name,
        protocol,
        number,
        type.equals("instance") ? port.nodePort() : port.podPort(),
        type,
        health,
        attributes,
        service.key() + ":" + port.number());
  }

  private String type() throws Refusal {
    String type = annotations.text("nlb-target-type").orElse("ip");
    return switch (type) {
      case "ip", "nlb-ip" -> "ip";
      case "instance" -> "instance";
      default -> throw new Refusal("unsupported target type \"%s\"".formatted(type));
    };
  }

  private static int number(ServiceObject.Port port, String type) {
    if (type.equals("instance")) {
      return port.nodePort();
    }
    return port.target().matches("\\d+") ? Integer.parseInt(port.target()) : UNKNOWN_PORT;
  }

  private HealthCheck health(String type) throws Refusal {
    // kube-proxy answers for a node without a pod of its own, so it is asked instead of the pods.
    boolean local = type.equals("instance") && service.localTraffic();
    String protocol =
        annotations
            .text("healthcheck-protocol")
            .orElse(local ? "HTTP" : "TCP")
            .toUpperCase(Locale.ROOT);
    if (!List.of("TCP", "HTTP", "HTTPS").contains(protocol)) {
      throw new Refusal("unsupported health check protocol " + protocol);
    }
    Optional<String> path =
        protocol.equals("TCP")
            ? Optional.empty()
            : annotations.text("healthcheck-path").or(() -> Optional.of(local ? "/healthz" : "/"));
    return new HealthCheck(
        protocol,
        annotations.text("healthcheck-port").orElse(TRAFFIC_PORT),
        path,
        annotations.number("healthcheck-interval", 10),
        annotations.number("healthcheck-timeout", local ? 6 : 10),
        annotations.number("healthcheck-healthy-threshold", local ? 2 : 3),
        annotations.number("healthcheck-unhealthy-threshold", local ? 2 : 3));
  }
}
