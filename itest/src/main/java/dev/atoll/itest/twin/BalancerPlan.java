package dev.atoll.itest.twin;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.tls.Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which load balancers there are, and which pods are behind them. */
final class BalancerPlan {

  private static final Set<String> PLAYED = Set.of("TLS", "TCP");

  /** The controller's number for a target's port that has a name only. */
  private static final int UNKNOWN_PORT = 1;

  private final Facts facts;
  private final List<PlannedPod> pods;
  private final List<String> missing;

  BalancerPlan(Facts facts, List<PlannedPod> pods, List<String> missing) {
    this.facts = facts;
    this.pods = pods;
    this.missing = missing;
  }

  List<PlannedBalancer> balancers() {
    List<PlannedBalancer> balancers = new ArrayList<>();
    for (LoadBalancer balancer : facts.all(LoadBalancer.class).facts()) {
      if (balancer.type().equals("network")) {
        plan(balancer).ifPresent(balancers::add);
      } else {
        missing.add("%s is not played: it is not a network one.".formatted(name(balancer)));
      }
    }
    servicesWithout(balancers);
    return balancers;
  }

  private void servicesWithout(List<PlannedBalancer> balancers) {
    facts.all(KubernetesService.class).stream()
        .filter(service -> service.type().equals("LoadBalancer"))
        .filter(service -> balancers.stream().noneMatch(each -> isOf(each.balancer(), service)))
        .forEach(
            service ->
                missing.add(
                    "The Service %s has no load balancer that answers."
                        .formatted(service.object())));
  }

  private Optional<PlannedBalancer> plan(LoadBalancer balancer) {
    Optional<KubernetesService> service =
        facts.all(KubernetesService.class).stream()
            .filter(each -> isOf(balancer, each))
            .findFirst();
    if (service.isEmpty()) {
      missing.add(
          "%s does not answer: its tag %s names no Service that was read."
              .formatted(name(balancer), LoadBalancerLookup.SERVICE_TAG));
      return Optional.empty();
    }
    List<PlannedEntry> entries = new ArrayList<>();
    for (Listener listener : facts.all(Listener.class).facts()) {
      if (listener.loadBalancer().equals(balancer.ref())) {
        entry(balancer, service.get(), listener).ifPresent(entries::add);
      }
    }
    if (entries.isEmpty()) {
      missing.add("%s does not answer: it has no listener.".formatted(name(balancer)));
      return Optional.empty();
    }
    return Optional.of(new PlannedBalancer(balancer, zones(balancer), entries));
  }

  private static boolean isOf(LoadBalancer balancer, KubernetesService service) {
    return balancer.region().equals(service.object().region())
        && service.object().inCluster().equals(balancer.tags().get(LoadBalancerLookup.SERVICE_TAG));
  }

  private List<String> zones(LoadBalancer balancer) {
    return balancer.zones().stream()
        .map(LoadBalancer.Zone::subnet)
        .map(
            subnet ->
                facts
                    .find(Subnet.class, subnet)
                    .flatMap(found -> found.zone().asOptional())
                    .orElse(subnet.key()))
        .distinct()
        .toList();
  }

  private Optional<PlannedEntry> entry(
      LoadBalancer balancer, KubernetesService service, Listener listener) {
    String what = "Port %d of %s does not answer: ".formatted(listener.port(), name(balancer));
    Optional<TargetGroup> group =
        listener.targetGroup().flatMap(ref -> facts.find(TargetGroup.class, ref));
    Optional<KubernetesService.Port> port =
        service.ports().stream().filter(each -> each.port() == listener.port()).findFirst();
    List<Set<String>> certificates = certificates(listener);
    boolean tls = listener.protocol().equals("TLS");
    if (!PLAYED.contains(listener.protocol())) {
      missing.add(what + "listeners of " + listener.protocol() + " are not played.");
    } else if (group.isEmpty()) {
      missing.add(what + "its target group was not read.");
    } else if (port.isEmpty()) {
      missing.add(what + "the Service " + service.object() + " has no such port.");
    } else if (tls && certificates.isEmpty()) {
      missing.add(what + "its certificate is not issued: " + listener.certificates() + ".");
    } else {
      return Optional.of(
          new PlannedEntry(
              listener,
              certificates,
              group.get(),
              targets(service, port.get(), group.get()),
              service.externalTrafficPolicy()));
    }
    return Optional.empty();
  }

  /** Those that can be used; none when the default one cannot. */
  private List<Set<String>> certificates(Listener listener) {
    List<Set<String>> names = new ArrayList<>();
    for (Ref ref : listener.certificates()) {
      Optional<Set<String>> usable =
          facts
              .find(Certificate.class, ref)
              .filter(each -> each.status().is(Certificate.Status.ISSUED::equals).isYes())
              .flatMap(each -> each.names().asOptional())
              .filter(each -> !each.isEmpty());
      if (usable.isEmpty() && names.isEmpty()) {
        return List.of();
      }
      usable.ifPresent(names::add);
    }
    return names;
  }

  private Map<PlannedPod, Integer> targets(
      KubernetesService service, KubernetesService.Port port, TargetGroup group) {
    Map<PlannedPod, Integer> targets = new LinkedHashMap<>();
    for (PlannedPod pod : pods) {
      if (service.selects(pod.workload())) {
        number(pod, port, group).ifPresent(number -> targets.put(pod, number));
      }
    }
    if (targets.isEmpty()) {
      missing.add(
          "Nothing is behind the Service %s: no pod that is played has its labels and the port %s."
              .formatted(service.object(), port.target()));
    }
    return targets;
  }

  /** A group of nodes has the node's port; what kube-proxy passes on goes to the Service's. */
  private static Optional<Integer> number(
      PlannedPod pod, KubernetesService.Port port, TargetGroup group) {
    return group.targetType().equals("ip") && group.port() != UNKNOWN_PORT
        ? Optional.of(group.port())
        : pod.port(port.target());
  }

  private static String name(LoadBalancer balancer) {
    return "The load balancer %s in %s".formatted(balancer.dnsName(), balancer.region());
  }
}
