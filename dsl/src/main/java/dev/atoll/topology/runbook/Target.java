package dev.atoll.topology.runbook;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a step works on in the synthesized Terraform: resources and outputs that are there, or what
 * they wait for.
 *
 * @param what what it is, as a person says it
 * @param addresses those that are there: {@code aws_eip.us_west_2_coder_a}, {@code output.x}
 * @param pending why there is none yet; empty when there is one
 */
public record Target(String what, List<String> addresses, Optional<String> pending) {

  public Target {
    addresses = List.copyOf(addresses);
  }

  /**
   * Looks a target up among what is synthesized.
   *
   * @param type the start of its addresses: {@code aws_eip.us_west_2}
   * @param otherwise why there may be none
   */
  static Target find(String what, String type, Collection<String> synthesized, String otherwise) {
    List<String> found =
        synthesized.stream().filter(each -> each.startsWith(type)).sorted().toList();
    return new Target(what, found, found.isEmpty() ? Optional.of(otherwise) : Optional.empty());
  }

  /** The same for one whole address. */
  static Target exactly(
      String what, String address, Collection<String> synthesized, String otherwise) {
    return synthesized.contains(address)
        ? new Target(what, List.of(address), Optional.empty())
        : new Target(what, List.of(), Optional.of(otherwise));
  }
}
