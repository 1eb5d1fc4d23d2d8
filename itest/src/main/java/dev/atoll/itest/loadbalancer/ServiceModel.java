package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.Listener;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.ManagedGroup;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.NodeRule;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.TargetGroup;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.Zone;
import dev.atoll.itest.loadbalancer.Surroundings.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the controller makes of a Service, by its annotations. Pure: what AWS itself refuses, such
 * as a certificate that is not there, shows when it is made. The table {@code cases.txt} beside
 * this class says what the real controller did, case by case.
 */
public final class ServiceModel {

  private static final String CLASS = "service.k8s.aws/nlb";

  private final ServiceObject service;
  private final Surroundings surroundings;
  private final Annotations annotations;

  private ServiceModel(ServiceObject service, Surroundings surroundings) {
    this.service = service;
    this.surroundings = surroundings;
    this.annotations = new Annotations(service.annotations());
  }

  /** The outcome for a Service. */
  public static Outcome of(ServiceObject service, Surroundings surroundings) {
    ServiceModel model = new ServiceModel(service, surroundings);
    Optional<String> foreign = model.whyForeign();
    if (foreign.isPresent()) {
      return new Outcome.Ignored(foreign.get());
    }
    try {
      return new Outcome.Wanted(model.loadBalancer());
    } catch (Refusal e) {
      return new Outcome.Refused(e.getMessage());
    }
  }

  private Optional<String> whyForeign() {
    if (!service.type().equals("LoadBalancer")) {
      return Optional.of("its type is " + service.type());
    }
    if (service.loadBalancerClass().isPresent()) {
      return service
          .loadBalancerClass()
          .filter(name -> !name.equals(CLASS))
          .map("its class is "::concat);
    }
    String type = annotations.text("type").orElse("");
    boolean external =
        type.equals("external")
            && List.of("ip", "instance").contains(annotations.text("nlb-target-type").orElse(""));
    return external || type.equals("nlb-ip")
        ? Optional.empty()
        : Optional.of("it has no class, and its type annotation is \"%s\"".formatted(type));
  }

  private NetworkLoadBalancer loadBalancer() throws Refusal {
    String scheme = scheme();
    List<Subnet> subnets = new Subnets(surroundings).of(annotations, scheme);
    List<Zone> zones = zones(scheme, subnets);
    List<Listener> listeners = new ArrayList<>();
    for (ServiceObject.Port port : service.ports()) {
      listeners.add(listener(port));
    }
    boolean groups = !annotations.flag("disable-nlb-sg");
    List<String> named = groups ? annotations.list("security-groups") : List.of();
    boolean backend =
        groups && (named.isEmpty() || annotations.flag("manage-backend-security-group-rules"));
    return new NetworkLoadBalancer(
        Names.of(service, surroundings.cluster(), scheme),
        scheme,
        zones,
        annotations.map("attributes"),
        named,
        Optional.of(managedGroup()).filter(managed -> groups && named.isEmpty()),
        backend,
        listeners,
        nodeRules(listeners, subnets, groups, backend),
        tags());
  }

  private String scheme() throws Refusal {
    String otherwise =
        annotations.text("internal").filter("false"::equals).isPresent()
            ? NetworkLoadBalancer.INTERNET_FACING
            : NetworkLoadBalancer.INTERNAL;
    String scheme = annotations.text("scheme").orElse(otherwise);
    if (!List.of(NetworkLoadBalancer.INTERNET_FACING, NetworkLoadBalancer.INTERNAL)
        .contains(scheme)) {
      throw new Refusal("unknown scheme: " + scheme);
    }
    return scheme;
  }

  private List<Zone> zones(String scheme, List<Subnet> subnets) throws Refusal {
    List<String> allocations = annotations.list("eip-allocations");
    if (!allocations.isEmpty() && !scheme.equals(NetworkLoadBalancer.INTERNET_FACING)) {
      throw new Refusal("EIP allocations can only be set for internet facing load balancers");
    }
    if (!allocations.isEmpty() && allocations.size() != subnets.size()) {
      throw new Refusal(
          "count of EIP allocations (%d) and subnets (%d) must match"
              .formatted(allocations.size(), subnets.size()));
    }
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < subnets.size(); i++) {
      Optional<String> allocation =
          allocations.isEmpty() ? Optional.empty() : Optional.of(allocations.get(i));
      zones.add(new Zone(subnets.get(i).id(), allocation));
    }
    return zones;
  }

  private Listener listener(ServiceObject.Port port) throws Refusal {
    List<String> certificates = annotations.list("ssl-cert");
    List<String> ports = annotations.list("ssl-ports");
    boolean tls =
        port.protocol().equals("TCP")
            && !certificates.isEmpty()
            && (ports.isEmpty()
                || ports.contains("*")
                || ports.contains(port.name())
                || ports.contains(Integer.toString(port.number())));
    boolean encrypted =
        tls && annotations.text("backend-protocol").filter("ssl"::equals).isPresent();
    String protocol = tls ? "TLS" : port.protocol();
    return new Listener(
        port.number(),
        protocol,
        tls ? certificates : List.of(),
        annotations.text("ssl-negotiation-policy").filter(policy -> tls),
        annotations.text("alpn-policy").filter(policy -> tls),
        annotations.map("listener-attributes.%s-%d".formatted(protocol, port.number())),
        new TargetGroups(service, annotations, surroundings.cluster())
            .of(port, encrypted ? "TLS" : port.protocol()));
  }

  private ManagedGroup managedGroup() {
    return new ManagedGroup(
        Names.of(service, surroundings.cluster()),
        service.ports().stream().map(ServiceObject.Port::number).toList(),
        sources());
  }

  private List<String> sources() {
    List<String> annotated = annotations.list("source-ranges");
    List<String> said = service.sourceRanges().isEmpty() ? annotated : service.sourceRanges();
    return said.isEmpty() ? List.of("0.0.0.0/0") : said;
  }

  /** With groups of its own the nodes admit the shared one; without, they admit addresses. */
  private Set<NodeRule> nodeRules(
      List<Listener> listeners, List<Subnet> subnets, boolean groups, boolean backend) {
    Set<NodeRule> rules = new LinkedHashSet<>();
    for (Listener listener : listeners) {
      for (int port : ports(listener.targets())) {
        if (backend) {
          rules.add(new NodeRule(port, Optional.empty()));
        } else if (!groups) {
          subnets.forEach(subnet -> rules.add(new NodeRule(port, Optional.of(subnet.cidr()))));
          if (preservesClients(listener.targets())) {
            sources().forEach(source -> rules.add(new NodeRule(port, Optional.of(source))));
          }
        }
      }
    }
    return rules;
  }

  private static boolean preservesClients(TargetGroup group) {
    String otherwise = Boolean.toString(group.type().equals("instance"));
    return group.attributes().getOrDefault("preserve_client_ip.enabled", otherwise).equals("true");
  }

  private static Set<Integer> ports(TargetGroup group) {
    Set<Integer> ports = new LinkedHashSet<>();
    if (group.opened() > 0) {
      ports.add(group.opened());
    }
    if (group.health().port().matches("\\d+")) {
      ports.add(Integer.valueOf(group.health().port()));
    }
    return ports;
  }

  private Map<String, String> tags() throws Refusal {
    Map<String, String> tags = new TreeMap<>(annotations.map("additional-resource-tags"));
    tags.put(Tags.CLUSTER, surroundings.cluster());
    tags.put(Tags.STACK, service.key());
    return tags;
  }
}
