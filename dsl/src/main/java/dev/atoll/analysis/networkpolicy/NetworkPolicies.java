package dev.atoll.analysis.networkpolicy;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.NetworkPolicy.Port;
import dev.atoll.facts.kubernetes.NetworkPolicy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers whether a pod may open a connection to another, as far as network policies decide it. A
 * pod that no policy selects for a direction is open in it; one that some policy selects is closed
 * but for the union of what its policies allow; and both sides must agree. Immutable.
 *
 * <p>Policies are only kept where a network plugin keeps them: the VPC CNI does so when its add-on
 * is configured with {@code enableNetworkPolicy}. A pod always reaches itself, and the node that it
 * runs on always reaches it.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network
 *     policies</a>
 */
public final class NetworkPolicies {

  private final Seen<NetworkPolicy> policies;
  private final Peers peers;

  /** Which way a policy looks. */
  private enum Direction {
    EGRESS("leaves"),
    INGRESS("enters");

    private final String verb;

    Direction(String verb) {
      this.verb = verb;
    }

    Optional<List<Rule>> rules(NetworkPolicy policy) {
      return this == EGRESS ? policy.egress() : policy.ingress();
    }
  }

  private NetworkPolicies(Facts facts) {
    this.policies = facts.all(NetworkPolicy.class);
    this.peers = new Peers(facts.all(Namespace.class).facts());
  }

  /** The analysis over these facts. */
  public static NetworkPolicies over(Facts facts) {
    return new NetworkPolicies(facts);
  }

  /**
   * The whole way of a connection.
   *
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
   * @param port the port on which the other side listens
   */
  public Passage ask(Endpoint from, Endpoint to, String protocol, int port) {
    if (from.equals(to) && from instanceof Endpoint.Pod) {
      Hop itself = new Hop(from.name() + " talks to itself", Truth.YES, List.of(), List.of());
      return new Passage(from, to, protocol, port, List.of(itself));
    }
    Dialled dialled = new Dialled(to, protocol, port);
    List<Hop> hops =
        List.of(
            hop(Direction.EGRESS, from, to, dialled), hop(Direction.INGRESS, to, from, dialled));
    return new Passage(from, to, protocol, port, hops);
  }

  private Hop hop(Direction direction, Endpoint own, Endpoint other, Dialled dialled) {
    String text = "%s %s %s".formatted(dialled, direction.verb, own.name());
    if (!(own instanceof Endpoint.Pod pod)) {
      return new Hop(text, Truth.YES, List.of("no pod, so no policy is about it"), List.of());
    }
    Truth isolated = Truth.NO;
    Truth allowed = Truth.NO;
    List<String> details = new ArrayList<>();
    List<Source> where = new ArrayList<>();
    for (NetworkPolicy policy : policies.facts()) {
      Optional<List<Rule>> rules = direction.rules(policy);
      Truth selects = selects(policy, pod);
      if (rules.isPresent() && !selects.isNo()) {
        Truth allows =
            Truth.any(rules.get().stream(), rule -> allows(policy, rule, other, dialled));
        isolated = isolated.or(selects);
        allowed = allowed.or(selects.and(allows));
        details.add(detail(policy, allows, other));
        where.add(policy.source());
      }
    }
    if (details.isEmpty()) {
      details.add("no policy selects it, so it is open");
    }
    Truth unseen = policies.gap().map(Truth::open).orElse(Truth.NO);
    // A policy that was not read can close what none closes, and open what all close.
    Truth open = isolated.or(unseen).not();
    return new Hop(text, open.or(allowed).or(isolated.and(unseen)), details, where);
  }

  private static Truth selects(NetworkPolicy policy, Endpoint.Pod pod) {
    return policy.object().besides(pod.object()) ? pod.labels().match(policy.pods()) : Truth.NO;
  }

  private Truth allows(NetworkPolicy policy, Rule rule, Endpoint other, Dialled dialled) {
    Truth port =
        rule.ports().isEmpty()
            ? Truth.YES
            : Truth.of(rule.ports().stream().anyMatch(dialled::isMeantBy));
    return port.and(peers.mean(policy, rule.peers(), other));
  }

  private static String detail(NetworkPolicy policy, Truth allows, Endpoint other) {
    String does = allows.isYes() ? "allows" : allows.isNo() ? "does not allow" : "may allow";
    return "%s %s %s there".formatted(policy.object().inCluster(), does, other.name());
  }

  /** What is dialled: a named port is the one of the pod that listens, whichever side asks. */
  private record Dialled(Endpoint to, String protocol, int number) {

    boolean isMeantBy(Port port) {
      if (!port.protocol().equals(protocol)) {
        return false;
      }
      return port.name().map(this::isCalled).orElse(true)
          && port.number()
              .map(range -> range.first() <= number && number <= range.last())
              .orElse(true);
    }

    private boolean isCalled(String name) {
      return to instanceof Endpoint.Pod pod
          && pod.ports().contains(new Container.Port(name, number));
    }

    @Override
    public String toString() {
      return "%s %d to %s".formatted(protocol, number, to.name());
    }
  }
}
