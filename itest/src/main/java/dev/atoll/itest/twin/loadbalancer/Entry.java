package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.analysis.sourceaddress.SourceAddressPath;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.itest.twin.network.Host;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A listener with all that is behind it.
 *
 * @param listener as it was read
 * @param certificates the names of each of its certificates, the default one first; empty for a
 *     listener without TLS
 * @param group as it was read
 * @param targets what is registered in the group
 * @param externalTrafficPolicy that of the Service behind it
 * @param node where a node stands that signs connections with its own address
 */
public record Entry(
    Listener listener,
    List<Set<String>> certificates,
    TargetGroup group,
    List<Target> targets,
    Optional<String> externalTrafficPolicy,
    Host node) {

  public Entry {
    certificates = List.copyOf(certificates);
    targets = List.copyOf(targets);
  }

  boolean endsTls() {
    return listener.protocol().equals("TLS");
  }

  private SourceAddressPath path() {
    return SourceAddressPath.made(group, externalTrafficPolicy);
  }

  /** Whether targets see the client's address. */
  boolean keepsClientAddress() {
    return path().arrives().isYes();
  }

  /** Whose address targets see when they do not see the client's: the last one that replaces it. */
  Host signs(Host balancer) {
    boolean byNode =
        path().replacing().stream().anyMatch(station -> station.name().equals("the node"));
    return byNode ? node : balancer;
  }
}
