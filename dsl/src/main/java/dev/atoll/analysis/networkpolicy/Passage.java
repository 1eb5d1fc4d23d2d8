package dev.atoll.analysis.networkpolicy;

import dev.atoll.facts.Truth;
import java.util.List;

/**
 * Whether a connection may be opened; answers to an admitted one come back without a rule.
 *
 * @param from who opens it
 * @param to who listens
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 * @param port the pod's port, not the Service's: policies see a packet after its translation
 * @param hops what was asked, in order
 */
public record Passage(Endpoint from, Endpoint to, String protocol, int port, List<Hop> hops) {

  public Passage {
    hops = List.copyOf(hops);
  }

  /** Whether it may. */
  public Truth works() {
    return Truth.all(hops.stream(), Hop::truth);
  }

  /** The way as text, one station per line. */
  public List<String> lines() {
    return hops.stream().map(Hop::line).toList();
  }
}
