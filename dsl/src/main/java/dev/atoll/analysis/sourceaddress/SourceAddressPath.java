package dev.atoll.analysis.sourceaddress;

import dev.atoll.analysis.loadbalancer.ControllerAnnotations;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a connection from a client through a Network Load Balancer to a pod, station by
 * station: who keeps the client's address and who replaces it.
 *
 * @param stations every station that could replace it, in order
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation">Client
 *     IP preservation</a>
 * @see <a href="https://kubernetes.io/docs/tutorials/services/source-ip/">Using source IP</a>
 */
public record SourceAddressPath(List<Station> stations) {

  private static final String PRESERVE = "preserve_client_ip.enabled";

  public SourceAddressPath {
    stations = List.copyOf(stations);
  }

  /** What becomes of connections when the controller does what the Service asks. */
  public static SourceAddressPath asked(KubernetesService service) {
    ControllerAnnotations asked = ControllerAnnotations.of(service);
    return of(
        asked.targetType(),
        Optional.ofNullable(asked.targetGroup().get(PRESERVE)),
        service.externalTrafficPolicy());
  }

  /**
   * What becomes of connections at a target group that is there.
   *
   * @param externalTrafficPolicy that of the Service behind it
   */
  public static SourceAddressPath made(TargetGroup group, Optional<String> externalTrafficPolicy) {
    return of(
        group.targetType(),
        Optional.ofNullable(group.attributes().get(PRESERVE)),
        externalTrafficPolicy);
  }

  private static SourceAddressPath of(
      String targetType, Optional<String> preserve, Optional<String> policy) {
    List<Station> stations = new ArrayList<>();
    stations.add(loadBalancer(targetType, preserve));
    if (targetType.equals("instance")) {
      stations.add(node(policy));
    }
    return new SourceAddressPath(stations);
  }

  private static Station loadBalancer(String targetType, Optional<String> preserve) {
    Truth keeps =
        switch (preserve.orElse("")) {
          case "true" -> Truth.YES;
          case "false" -> Truth.NO;
          default ->
              switch (targetType) {
                case "instance" -> Truth.YES;
                case "ip" -> Truth.NO;
                default -> Truth.open("what a load balancer does with targets of " + targetType);
              };
        };
    String why =
        preserve
            .map(value -> "%s=%s".formatted(PRESERVE, value))
            .orElse("that is its default for %s targets over TCP and TLS".formatted(targetType));
    return new Station("the load balancer", keeps, why);
  }

  /** Cluster is the default: the node may pass the connection on, and signs it with its own. */
  private static Station node(Optional<String> policy) {
    String says = policy.orElse("Cluster");
    return new Station("the node", Truth.of(says.equals("Local")), "externalTrafficPolicy " + says);
  }

  /** Whether the pod sees the client's address. */
  public Truth arrives() {
    return Truth.all(stations.stream(), Station::keeps);
  }

  /** The stations that certainly replace it. */
  public List<Station> replacing() {
    return stations.stream().filter(station -> station.keeps().isNo()).toList();
  }

  /** The way as text, one station per line. */
  public List<String> lines() {
    return stations.stream().map(Station::line).toList();
  }
}
