package dev.atoll.analysis.networkpolicy;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.NetworkPolicy.Addresses;
import dev.atoll.facts.kubernetes.NetworkPolicy.Peer;
import dev.atoll.facts.kubernetes.NetworkPolicy.Pods;
import dev.atoll.facts.kubernetes.ObjectName;
import java.util.List;

/** Whom a rule means by its peers. */
final class Peers {

  private final List<Namespace> namespaces;

  Peers(List<Namespace> namespaces) {
    this.namespaces = List.copyOf(namespaces);
  }

  /** Whether one of the peers is meant; no peers at all mean everybody. */
  Truth mean(NetworkPolicy policy, List<Peer> peers, Endpoint other) {
    return peers.isEmpty()
        ? Truth.YES
        : Truth.any(peers.stream(), peer -> means(policy, peer, other));
  }

  private Truth means(NetworkPolicy policy, Peer peer, Endpoint other) {
    if (peer instanceof Addresses addresses) {
      return means(addresses, other);
    }
    return other instanceof Endpoint.Pod pod ? means(policy, (Pods) peer, pod) : Truth.NO;
  }

  /** Both selectors of one peer must hold; without one for namespaces, the policy's own counts. */
  private Truth means(NetworkPolicy policy, Pods peer, Endpoint.Pod pod) {
    if (!pod.object().region().equals(policy.object().region())) {
      return Truth.NO;
    }
    Truth namespace =
        peer.namespaces()
            .map(selector -> labels(pod.object()).match(selector))
            .orElseGet(() -> Truth.of(pod.object().besides(policy.object())));
    Truth labels = peer.pods().map(pod.labels()::match).orElse(Truth.YES);
    return namespace.and(labels);
  }

  private Labels labels(ObjectName pod) {
    return namespaces.stream()
        .filter(each -> each.object().region().equals(pod.region()))
        .filter(each -> each.object().name().equals(pod.namespace()))
        .findFirst()
        .map(each -> Labels.ofNamespace(pod.namespace(), each.labels()))
        .orElseGet(() -> Labels.ofUnreadNamespace(pod.namespace()));
  }

  /** A block means all of the endpoint's addresses, none, or cannot tell. */
  private static Truth means(Addresses block, Endpoint other) {
    if (block.except().isEmpty() && block.block().length() == 0 && other.address().isEmpty()) {
      return Truth.YES;
    }
    return other
        .address()
        .map(
            address ->
                within(block.block(), address)
                    .and(Truth.any(block.except().stream(), e -> within(e, address)).not()))
        .orElseGet(() -> Truth.open("the address of %s changes".formatted(other.name())));
  }

  private static Truth within(Cidr block, Cidr addresses) {
    return block.overlaps(addresses) && !block.contains(addresses)
        ? Truth.open("only some of %s is in %s".formatted(addresses, block))
        : Truth.of(block.contains(addresses));
  }
}
