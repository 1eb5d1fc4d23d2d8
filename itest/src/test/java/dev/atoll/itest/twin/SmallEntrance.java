package dev.atoll.itest.twin;

import static dev.atoll.facts.Value.known;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.loadbalancer.TargetGroup.HealthProbe;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way in to a workload of the small world: what a Service and the load balancer controller
 * make.
 */
final class SmallEntrance {

  private static final Map<String, String> KEEPS_ADDRESSES =
      Map.of("preserve_client_ip.enabled", "true");

  private SmallEntrance() {}

  /** A workload, its Service, its load balancer, and the rules that the controller makes. */
  static List<Fact> of(
      Region region,
      String name,
      Workload workload,
      String targetPort,
      int port,
      String health,
      Facts model) {
    ObjectName object = workload.object();
    String id = region.identifier() + "_" + name;
    Ref balancer = new Ref("balancer " + id);
    Ref group = new Ref("group " + id);
    Ref targets = new Ref("targets " + id);
    return List.of(
        workload,
        new KubernetesService(
            source(object.toString()),
            new Ref("Service " + object),
            object,
            "LoadBalancer",
            Optional.empty(),
            Map.of(),
            workload.labels(),
            List.of(new KubernetesService.Port("https", 443, targetPort)),
            Optional.of("Cluster"),
            Optional.of(dnsName(id))),
        new LoadBalancer(
            source(id),
            balancer,
            region,
            "network",
            "internet-facing",
            dnsName(id),
            publicSubnets(region, model),
            Set.of(group),
            Map.of("load_balancing.cross_zone.enabled", "true"),
            Map.of(LoadBalancerLookup.SERVICE_TAG, object.inCluster())),
        new Listener(
            source(id),
            new Ref("listener " + id),
            balancer,
            443,
            "TLS",
            List.of(new Ref("aws_acm_certificate." + region.identifier())),
            Optional.of(targets)),
        new TargetGroup(
            source(id),
            targets,
            "TCP",
            port,
            "ip",
            new HealthProbe(
                "HTTP", Optional.of(health), "traffic-port", Duration.ofSeconds(10), 3, 3),
            KEEPS_ADDRESSES,
            Map.of(LoadBalancerLookup.SERVICE_TAG, object.inCluster())),
        ingress(id + " from anywhere", group, 443, new Peer.Addresses(Cidr.ANYWHERE)),
        ingress(
            id + " to nodes",
            new Ref("aws_security_group.%s_nodes".formatted(region.identifier())),
            port,
            new Peer.Group(group)));
  }

  private static List<LoadBalancer.Zone> publicSubnets(Region region, Facts model) {
    return model.all(dev.atoll.facts.network.Subnet.class).stream()
        .filter(
            subnet ->
                subnet
                    .ref()
                    .key()
                    .startsWith("aws_subnet.%s_public".formatted(region.identifier())))
        .map(subnet -> new LoadBalancer.Zone(subnet.ref(), Optional.empty()))
        .toList();
  }

  /** The name that the topology's records lead to. */
  private static String dnsName(String id) {
    return "data.aws_lb.%s.dns_name".formatted(id);
  }

  private static Ingress ingress(String id, Ref group, int port, Peer from) {
    return new Ingress(
        source(id),
        new Ref("rule " + id),
        known(group),
        known(Protocol.TCP),
        known(PortRange.of(port)),
        known(from));
  }

  private static Source source(String place) {
    return new Source(Origin.CLUSTER, place);
  }
}
