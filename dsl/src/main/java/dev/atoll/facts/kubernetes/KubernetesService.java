package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Service.
 *
 * @param object which one
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}
 * @param loadBalancerClass who shall make its load balancer; empty when nobody is named
 * @param annotations its annotations
 * @param selector the labels of the pods behind it
 * @param ports its ports
 * @param externalTrafficPolicy {@code Cluster} or {@code Local}; empty where it has no meaning
 * @param hostname the DNS name of its load balancer, as its status says; empty until there is one
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/">Service</a>
 */
public record KubernetesService(
    Source source,
    Ref ref,
    ObjectName object,
    String type,
    Optional<String> loadBalancerClass,
    Map<String, String> annotations,
    Map<String, String> selector,
    List<Port> ports,
    Optional<String> externalTrafficPolicy,
    Optional<String> hostname)
    implements Fact {

  public KubernetesService {
    annotations = Map.copyOf(annotations);
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
  }

  /**
   * A port of a Service.
   *
   * @param name its name; an empty text when it has none
   * @param port the number under which the Service answers
   * @param target the container's port, by number or by name
   */
  public record Port(String name, int port, String target) {}

  /** Whether it leads to the pods of that workload. */
  public boolean selects(Workload workload) {
    return object.besides(workload.object())
        && !selector.isEmpty()
        && workload.labels().entrySet().containsAll(selector.entrySet());
  }
}
