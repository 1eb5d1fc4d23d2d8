package dev.atoll.itest.loadbalancer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the controller looks at in a Service.
 *
 * @param namespace its namespace
 * @param name its name
 * @param uid its unique id, a part of every name made for it
 * @param type {@code LoadBalancer} or another
 * @param loadBalancerClass who shall make its load balancer; empty when nobody is named
 * @param annotations its annotations
 * @param sourceRanges the CIDR blocks that may connect; empty for everybody
 * @param ports its ports
 * @param localTraffic whether nodes pass connections to pods of their own only
 */
public record ServiceObject(
    String namespace,
    String name,
    String uid,
    String type,
    Optional<String> loadBalancerClass,
    Map<String, String> annotations,
    List<String> sourceRanges,
    List<Port> ports,
    boolean localTraffic) {

  public ServiceObject {
    annotations = Map.copyOf(annotations);
    sourceRanges = List.copyOf(sourceRanges);
    ports = List.copyOf(ports);
  }

  /**
   * A port.
   *
   * @param name its name; an empty text for none
   * @param number where the Service answers
   * @param target the pod's port: a number or a name
   * @param podPort the number behind it; 0 while no workload gives that name to a port
   * @param nodePort where every node answers for it; 0 for none
   * @param protocol {@code TCP} or {@code UDP}
   */
  public record Port(
      String name, int number, String target, int podPort, int nodePort, String protocol) {}

  /** Its namespace and name: {@code coder/coder}. */
  public String key() {
    return namespace + "/" + name;
  }
}
