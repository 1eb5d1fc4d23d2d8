package dev.atoll.itest.twin.network;

import java.util.Optional;

/** What a network lets through. */
@FunctionalInterface
public interface Passage {

  /** Everything passes. */
  Passage OPEN = (from, to, port) -> Optional.empty();

  /**
   * Why packets for a TCP port of another host are dropped, or their answers; empty when a
   * connection comes about.
   */
  Optional<String> obstacle(Host from, Host to, int port);

  /** What both let through. */
  default Passage and(Passage other) {
    return (from, to, port) -> obstacle(from, to, port).or(() -> other.obstacle(from, to, port));
  }
}
