package dev.atoll.facts.loadbalancer;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.List;
import java.util.Optional;

/**
 * A listener of a load balancer.
 *
 * @param loadBalancer of which one
 * @param port where it listens
 * @param protocol {@code TLS}, {@code TCP}, {@code HTTPS} …
 * @param certificates the ARNs of its certificates, the default one first
 * @param targetGroup where it forwards to
 */
public record Listener(
    Source source,
    Ref ref,
    Ref loadBalancer,
    int port,
    String protocol,
    List<Ref> certificates,
    Optional<Ref> targetGroup)
    implements Fact {

  public Listener {
    certificates = List.copyOf(certificates);
  }
}
