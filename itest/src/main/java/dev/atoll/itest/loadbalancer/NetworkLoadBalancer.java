package dev.atoll.itest.loadbalancer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The load balancer that a Service asks for.
 *
 * @param name its name
 * @param scheme {@link #INTERNET_FACING} or {@link #INTERNAL}
 * @param zones where it stands
 * @param attributes its attributes, where they are not AWS's defaults
 * @param securityGroups groups that the Service names
 * @param managedGroup the group that is made for it; empty when the Service names its own or wants
 *     none
 * @param backendGroup whether it carries the group that all load balancers of the cluster share,
 *     and that the nodes admit
 * @param listeners its listeners
 * @param nodeRules what the nodes admit for it
 * @param tags its tags, its own name for the controller aside
 */
public record NetworkLoadBalancer(
    String name,
    String scheme,
    List<Zone> zones,
    Map<String, String> attributes,
    List<String> securityGroups,
    Optional<ManagedGroup> managedGroup,
    boolean backendGroup,
    List<Listener> listeners,
    Set<NodeRule> nodeRules,
    Map<String, String> tags) {

  /** Reached from the internet. */
  public static final String INTERNET_FACING = "internet-facing";

  /** Reached from within the VPC and what is connected to it. */
  public static final String INTERNAL = "internal";

  public NetworkLoadBalancer {
    zones = List.copyOf(zones);
    attributes = Map.copyOf(attributes);
    securityGroups = List.copyOf(securityGroups);
    listeners = List.copyOf(listeners);
    nodeRules = Set.copyOf(nodeRules);
    tags = Map.copyOf(tags);
  }

  /**
   * Its place in one zone.
   *
   * @param subnet the subnet
   * @param allocation the Elastic IP allocation; empty when AWS shall choose the address
   */
  public record Zone(String subnet, Optional<String> allocation) {}

  /**
   * The security group of its own.
   *
   * @param name its name
   * @param ports on which clients connect
   * @param sources the CIDR blocks of the clients
   */
  public record ManagedGroup(String name, List<Integer> ports, List<String> sources) {

    public ManagedGroup {
      ports = List.copyOf(ports);
      sources = List.copyOf(sources);
    }
  }

  /**
   * A listener.
   *
   * @param port where it listens
   * @param protocol {@code TLS}, {@code TCP} or {@code UDP}
   * @param certificates the ARNs of its certificates, the default one first
   * @param policy its TLS policy; empty for AWS's default
   * @param alpn its ALPN policy
   * @param attributes its attributes
   * @param targets where it forwards to
   */
  public record Listener(
      int port,
      String protocol,
      List<String> certificates,
      Optional<String> policy,
      Optional<String> alpn,
      Map<String, String> attributes,
      TargetGroup targets) {

    public Listener {
      certificates = List.copyOf(certificates);
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * What a listener forwards to.
   *
   * @param name its name
   * @param protocol {@code TCP}, {@code TLS} or {@code UDP}
   * @param port the port of its targets; 1 where that has a name only
   * @param opened the port that the nodes must admit; 0 while it is not known
   * @param type {@code ip} or {@code instance}
   * @param health how targets are asked
   * @param attributes its attributes
   * @param resource by what the controller knows it
   */
  public record TargetGroup(
      String name,
      String protocol,
      int port,
      int opened,
      String type,
      HealthCheck health,
      Map<String, String> attributes,
      String resource) {

    public TargetGroup {
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * How targets are asked.
   *
   * @param protocol {@code TCP}, {@code HTTP} or {@code HTTPS}
   * @param port a number or {@code traffic-port}
   * @param path the path; empty for TCP
   * @param interval seconds between two questions
   * @param timeout seconds that an answer may take
   * @param healthy how many good answers in a row make a target healthy
   * @param unhealthy how many bad ones make it unhealthy
   */
  public record HealthCheck(
      String protocol,
      String port,
      Optional<String> path,
      int interval,
      int timeout,
      int healthy,
      int unhealthy) {}

  /**
   * A rule on the group of the nodes.
   *
   * @param port the TCP port that is opened
   * @param source the CIDR block that is admitted; empty for the shared backend group
   */
  public record NodeRule(int port, Optional<String> source) {}
}
