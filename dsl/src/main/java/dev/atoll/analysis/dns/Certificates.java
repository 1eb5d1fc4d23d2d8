package dev.atoll.analysis.dns;

import dev.atoll.analysis.dns.Destinations.Destination;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a load balancer can show a certificate for a name: those of its listeners where they were
 * seen, else any that is issued in its Region.
 */
final class Certificates {

  private final Seen<Certificate> all;
  private final Seen<Listener> listeners;

  Certificates(Facts facts) {
    this.all = facts.all(Certificate.class);
    this.listeners = facts.all(Listener.class);
  }

  Truth cover(DomainName name, Destination destination, Region region) {
    Set<Ref> shown = new HashSet<>();
    boolean listens = false;
    for (Listener listener : listeners.facts()) {
      if (listener.loadBalancer().equals(destination.ref())) {
        listens = true;
        shown.addAll(listener.certificates());
      }
    }
    boolean known = listens && all.stream().map(Certificate::ref).anyMatch(shown::contains);
    return Truth.any(
            all.stream().filter(one -> !known || shown.contains(one.ref())),
            one ->
                one.region()
                    .is(region::equals)
                    .and(one.status().is(Status.ISSUED::equals))
                    .and(covers(one, name)))
        .or(all.gap().map(Truth::open).orElse(Truth.NO));
  }

  private static Truth covers(Certificate certificate, DomainName name) {
    return certificate
        .names()
        .is(names -> names.stream().map(DomainName::new).anyMatch(one -> one.certifies(name)));
  }
}
