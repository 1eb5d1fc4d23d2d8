package dev.atoll.analysis.reachability;

import dev.atoll.facts.Truth;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.List;

/**
 * The complete way of a TCP connection's packets and of the answers, every station judged, whether
 * or not one before it is closed.
 *
 * @param from the side that opens the connection
 * @param to the side that listens
 * @param port the TCP port
 * @param hops the stations in order
 */
public record Path(NodeInterfaces from, NodeInterfaces to, int port, List<Hop> hops) {

  public Path {
    hops = List.copyOf(hops);
  }

  /** Whether the packet arrives and its answer comes back. */
  public Truth works() {
    return Truth.all(hops.stream(), Hop::truth);
  }

  /** Everything that has to change. */
  public List<Obstacle> obstacles() {
    return hops.stream().flatMap(hop -> hop.obstacles().stream()).distinct().toList();
  }

  /** The way as text, one station per line. */
  public List<String> lines() {
    return hops.stream().map(Hop::line).toList();
  }
}
