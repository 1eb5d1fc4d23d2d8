package dev.atoll.analysis.sourceaddress;

import dev.atoll.facts.Truth;

/**
 * A station on the way of a connection.
 *
 * @param name what it is: load balancer, node, pod
 * @param keeps whether it leaves the client's address in the packets
 * @param why what makes it do so
 */
public record Station(String name, Truth keeps, String why) {

  /** One line: what it is, what it does, and why. */
  public String line() {
    String does =
        keeps.isYes()
            ? "keeps the client's address"
            : keeps.isNo() ? "replaces the client's address" : "may replace the client's address";
    return "%s %s: %s".formatted(name, does, why);
  }
}
