package dev.atoll.practice.network;

import dev.atoll.coder.ReplicaPorts;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The TCP ports on which this deployment's replicas dial each other.
 *
 * @param ports the ports of all its versions
 * @param unknown the versions that are not known, or not in the table
 * @param assumption said with every judgement when no version was seen
 */
record DialledPorts(Set<Integer> ports, Set<String> unknown, Optional<String> assumption) {

  static DialledPorts of(Facts facts) {
    Seen<CoderServer> servers = facts.all(CoderServer.class);
    Set<Integer> ports = new TreeSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (CoderServer server : servers.facts()) {
      Optional<ReplicaPorts> known = server.version().asOptional().flatMap(ReplicaPorts::of);
      known.ifPresent(row -> ports.addAll(row.ports()));
      if (known.isEmpty()) {
        unknown.add(
            "which ports replicas of Coder dial: the table does not know version %s (%s)"
                .formatted(server.version().show(), server.source()));
      }
    }
    // The relay port is part of every line of the table.
    ports.addAll(ReplicaPorts.DOCUMENTED.ports());
    Optional<String> assumption =
        servers.facts().isEmpty()
            ? Optional.of(
                "no version of Coder was seen, so the ports are those of the documented line %s: %s"
                    .formatted(ReplicaPorts.DOCUMENTED.line(), ports))
            : Optional.empty();
    return new DialledPorts(ports, unknown, assumption);
  }

  /** Concludes an inspection that rests on these ports. */
  Judgement conclude(Inspection inspection, String nothing) {
    unknown.forEach(inspection::undecided);
    Judgement judgement = inspection.judgement(nothing);
    boolean says = assumption.isPresent() && judgement.verdict() != Verdict.NOT_APPLICABLE;
    return says
        ? new Judgement(
            judgement.verdict(), judgement.detail() + "; " + assumption.get(), judgement.findings())
        : judgement;
  }
}
