package dev.atoll.facts.kubernetes;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A NetworkPolicy: pods that any policy selects for a direction are closed in it but for what some
 * policy allows.
 *
 * @param object which one
 * @param pods the pods of its namespace that it is about
 * @param ingress what may come in; empty optional when it says nothing of this direction, an empty
 *     list when nothing may
 * @param egress what may go out, likewise
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network
 *     policies</a>
 */
public record NetworkPolicy(
    Source source,
    Ref ref,
    ObjectName object,
    Selector pods,
    Optional<List<Rule>> ingress,
    Optional<List<Rule>> egress)
    implements Fact {

  /**
   * A label selector.
   *
   * @param labels what must be equal; empty for everything
   * @param expressions what must hold besides
   */
  public record Selector(Map<String, String> labels, List<Expression> expressions) {
    public Selector {
      labels = Map.copyOf(labels);
      expressions = List.copyOf(expressions);
    }
  }

  /**
   * A requirement on one label.
   *
   * @param key the label
   * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
   * @param values the values of the first two
   */
  public record Expression(String key, String operator, List<String> values) {
    public Expression {
      values = List.copyOf(values);
    }
  }

  /**
   * One of the peers on one of the ports.
   *
   * @param peers who; empty for everybody
   * @param ports where; empty for every port
   */
  public record Rule(List<Peer> peers, List<Port> ports) {
    public Rule {
      peers = List.copyOf(peers);
      ports = List.copyOf(ports);
    }
  }

  /** The other side. */
  public sealed interface Peer {}

  /**
   * Pods.
   *
   * @param namespaces the namespaces; empty for the policy's own
   * @param pods the pods in them; empty for all
   */
  public record Pods(Optional<Selector> namespaces, Optional<Selector> pods) implements Peer {}

  /**
   * Addresses.
   *
   * @param block the addresses
   * @param except those of them that are not meant
   */
  public record Addresses(Cidr block, List<Cidr> except) implements Peer {
    public Addresses {
      except = List.copyOf(except);
    }
  }

  /**
   * A port or a range of them.
   *
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
   * @param number the numbers; empty when a name says it, or for every port
   * @param name the name of a container's port; empty when numbers say it
   */
  public record Port(String protocol, Optional<PortRange> number, Optional<String> name) {}
}
