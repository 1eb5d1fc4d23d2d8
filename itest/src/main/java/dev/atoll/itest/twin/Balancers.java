package dev.atoll.itest.twin;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.itest.twin.client.Patience;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.loadbalancer.Balancing;
import dev.atoll.itest.twin.loadbalancer.Entry;
import dev.atoll.itest.twin.loadbalancer.NetworkLoadBalancer;
import dev.atoll.itest.twin.loadbalancer.PrivateAuthority;
import dev.atoll.itest.twin.loadbalancer.Target;
import dev.atoll.itest.twin.loadbalancer.TargetAdmission;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Kind;
import dev.atoll.itest.twin.network.Network;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The load balancers of a twin. */
final class Balancers implements AutoCloseable {

  private final Map<PlannedBalancer, Map<String, Host>> zones = new LinkedHashMap<>();
  private final Map<PlannedBalancer, Host> nodes = new LinkedHashMap<>();
  private final List<NetworkLoadBalancer> running = new ArrayList<>();

  /** Gives each of them a host per zone, and a node that may sign connections; starts none. */
  Balancers(List<PlannedBalancer> plans, Network network) {
    for (PlannedBalancer plan : plans) {
      LoadBalancer balancer = plan.balancer();
      Map<String, Host> hosts = new LinkedHashMap<>();
      for (String zone : plan.zones()) {
        String name = "%s in %s".formatted(balancer.dnsName(), zone);
        hosts.put(
            zone,
            network.addresses().host(Kind.BALANCER, balancer.region(), name, Optional.empty()));
      }
      zones.put(plan, hosts);
      nodes.put(
          plan,
          network
              .addresses()
              .host(
                  Kind.SERVICE,
                  balancer.region(),
                  "a node in " + balancer.region(),
                  Optional.empty()));
    }
  }

  /** Which load balancer a host is a part of. */
  Map<Host, LoadBalancer> parts() {
    Map<Host, LoadBalancer> parts = new LinkedHashMap<>();
    zones.forEach(
        (plan, hosts) -> hosts.values().forEach(host -> parts.put(host, plan.balancer())));
    return parts;
  }

  /**
   * What they share.
   *
   * @param passage the network's rules as they are now
   */
  record Shared(
      Network network,
      PrivateAuthority authority,
      TwinClock clock,
      Supplier<DeploymentPassage> passage,
      Executor threads,
      Patience patience) {

    Balancing of(LoadBalancer balancer) {
      TargetAdmission admission =
          (target, client) ->
              passage
                  .get()
                  .atTarget(
                      balancer,
                      target.host(),
                      target.port(),
                      client.map(address -> Cidr.parse(address.getHostAddress() + "/32")));
      return new Balancing(network, authority, clock, admission, threads, patience.answer());
    }
  }

  void start(Shared shared, List<Pod> pods) {
    zones.forEach(
        (plan, hosts) ->
            running.add(
                NetworkLoadBalancer.start(
                    shared.of(plan.balancer()), plan.balancer(), hosts, entries(plan, pods))));
  }

  private List<Entry> entries(PlannedBalancer plan, List<Pod> pods) {
    return plan.entries().stream()
        .map(
            entry ->
                new Entry(
                    entry.listener(),
                    entry.certificates(),
                    entry.group(),
                    targets(entry, pods),
                    entry.externalTrafficPolicy(),
                    nodes.get(plan)))
        .toList();
  }

  private static List<Target> targets(PlannedEntry entry, List<Pod> pods) {
    return pods.stream()
        .filter(pod -> entry.targets().containsKey(pod.plan()))
        .map(pod -> new Target(pod.host(), entry.targets().get(pod.plan()), pod.plan().zone()))
        .toList();
  }

  /** The one that AWS gave that DNS name. */
  Optional<NetworkLoadBalancer> named(String dnsName) {
    DomainName name = new DomainName(dnsName);
    return running.stream().filter(each -> new DomainName(each.dnsName()).equals(name)).findFirst();
  }

  /** What its DNS name is answered with; nothing when there is none of that name. */
  List<InetAddress> addresses(String dnsName) {
    return named(dnsName).map(NetworkLoadBalancer::addresses).orElse(List.of());
  }

  /** The DNS names of those that have a healthy target in each of their groups. */
  Set<String> healthy() {
    return running.stream()
        .filter(NetworkLoadBalancer::isHealthy)
        .map(NetworkLoadBalancer::dnsName)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    running.forEach(NetworkLoadBalancer::close);
  }
}
