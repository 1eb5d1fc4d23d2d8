package dev.atoll.itest.kubernetes.read;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.facts.Fact;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.NetworkPolicy.Addresses;
import dev.atoll.facts.kubernetes.NetworkPolicy.Expression;
import dev.atoll.facts.kubernetes.NetworkPolicy.Peer;
import dev.atoll.facts.kubernetes.NetworkPolicy.Pods;
import dev.atoll.facts.kubernetes.NetworkPolicy.Port;
import dev.atoll.facts.kubernetes.NetworkPolicy.Rule;
import dev.atoll.facts.kubernetes.NetworkPolicy.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads NetworkPolicies. */
final class Policies {

  private Policies() {}

  static Fact fact(
      Cluster cluster, io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy policy) {
    NetworkPolicySpec spec = policy.getSpec();
    return new NetworkPolicy(
        cluster.source(policy),
        cluster.ref(policy),
        cluster.name(policy),
        spec.getPodSelector() == null
            ? new Selector(Map.of(), List.of())
            : selector(spec.getPodSelector()),
        about(spec, "Ingress")
            ? Optional.of(
                spec.getIngress().stream()
                    .map(rule -> rule(rule.getFrom(), rule.getPorts()))
                    .toList())
            : Optional.empty(),
        about(spec, "Egress")
            ? Optional.of(
                spec.getEgress().stream().map(rule -> rule(rule.getTo(), rule.getPorts())).toList())
            : Optional.empty());
  }

  // The API fills the types in; where nobody did, its rule: always ingress, egress when it has
  // rules.
  private static boolean about(NetworkPolicySpec spec, String direction) {
    return spec.getPolicyTypes().isEmpty()
        ? direction.equals("Ingress") || !spec.getEgress().isEmpty()
        : spec.getPolicyTypes().contains(direction);
  }

  private static Rule rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    return new Rule(
        peers.stream().map(Policies::peer).toList(), ports.stream().map(Policies::port).toList());
  }

  private static Peer peer(NetworkPolicyPeer peer) {
    return peer.getIpBlock() == null
        ? new Pods(
            Optional.ofNullable(peer.getNamespaceSelector()).map(Policies::selector),
            Optional.ofNullable(peer.getPodSelector()).map(Policies::selector))
        : new Addresses(
            Cidr.parse(peer.getIpBlock().getCidr()),
            peer.getIpBlock().getExcept().stream().map(Cidr::parse).toList());
  }

  private static Selector selector(LabelSelector selector) {
    return new Selector(
        Objects.orNone(selector.getMatchLabels()),
        selector.getMatchExpressions().stream()
            .map(each -> new Expression(each.getKey(), each.getOperator(), each.getValues()))
            .toList());
  }

  private static Port port(NetworkPolicyPort port) {
    String protocol = Optional.ofNullable(port.getProtocol()).orElse("TCP");
    if (port.getPort() == null) {
      return new Port(protocol, Optional.empty(), Optional.empty());
    }
    Integer first = port.getPort().getIntVal();
    if (first == null) {
      return new Port(protocol, Optional.empty(), Optional.of(port.getPort().getStrVal()));
    }
    int last = Optional.ofNullable(port.getEndPort()).orElse(first);
    return new Port(protocol, Optional.of(new PortRange(first, last)), Optional.empty());
  }
}
