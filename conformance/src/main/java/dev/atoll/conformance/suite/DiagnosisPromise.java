package dev.atoll.conformance.suite;

import dev.atoll.aws.Region;
import dev.atoll.conformance.diagnose.Diagnosis;
import dev.atoll.conformance.diagnose.Diagnosis.Taken;
import dev.atoll.conformance.diagnose.PodLogs;
import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.conformance.diagnose.Scene;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.topology.Topology;
import dev.atoll.traffic.Twin;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * PRX-8, tried: of a twin that is well nothing is called broken; after each break exactly its steps
 * are, the first of them first.
 */
final class DiagnosisPromise {

  private static final int REPLICA_PORT = 8080;

  /** Long enough for replicas to dial each other, and for health checks to see what is gone. */
  private static final Duration A_WHILE = Duration.ofMinutes(3);

  private static final String PROXIES = "If Workspace Proxy Deployment Fails, ";
  private static final String REPLICAS = "If Replicas See Each Other And Time Out, ";

  private DiagnosisPromise() {}

  /**
   * Tries it; the twin is healed afterwards.
   *
   * @param topology what the twin is of
   */
  static PromiseOutcome of(Topology topology, Twin twin) {
    List<String> broken = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    PodLogs sinceWell = since(twin);
    compare(
        broken,
        shown,
        "nothing is broken",
        named(topology, twin, twin.facts(), sinceWell),
        List.of());

    Facts cut = twin.facts().without(DiagnosisPromise::admitsPeers);
    PodLogs sinceCut = since(twin);
    try {
      twin.network(cut);
      twin.pass(A_WHILE);
      compare(
          broken,
          shown,
          "no rule admits the replica port",
          named(topology, twin, cut, sinceCut),
          List.of(REPLICAS + 5, REPLICAS + 10));
    } finally {
      twin.heal();
    }
    PodLogs sinceEnd = since(twin);
    try {
      twin.regions().forEach(region -> twin.stopCoder(region, Optional.empty()));
      compare(
          broken,
          shown,
          "no Coder server runs",
          named(topology, twin, twin.facts(), sinceEnd),
          List.of(PROXIES + 3, REPLICAS + 8));
    } finally {
      twin.heal();
    }
    return new PromiseOutcome(String.join("; ", shown), broken);
  }

  /** What pods write from now on: what other trials did to them is in their logs, too. */
  private static PodLogs since(Twin twin) {
    Map<Region, List<String>> before =
        twin.regions().stream().collect(Collectors.toMap(region -> region, twin::coderLog));
    return (of, region) -> {
      if (of != CoderPackage.Of.SERVER) {
        return Optional.empty();
      }
      List<String> lines = new ArrayList<>(twin.coderLog(region));
      before.getOrDefault(region, List.of()).forEach(lines::remove);
      return Optional.of(lines);
    };
  }

  private static List<String> named(Topology topology, Twin twin, Facts now, PodLogs logs) {
    URI url = URI.create("https://" + topology.domain());
    return Diagnosis.of(Scene.of(twin, topology.facts(), now, url).hearing(logs))
        .in(State.BROKEN)
        .stream()
        .map(Taken::toString)
        .toList();
  }

  private static void compare(
      List<String> broken,
      List<String> shown,
      String what,
      List<String> named,
      List<String> expected) {
    Set<String> wrong = new TreeSet<>(named);
    wrong.removeAll(expected);
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(named);
    String steps = named.isEmpty() ? "no step" : String.join(" and ", named);
    shown.add("%s: %s".formatted(what, steps));
    if (!missing.isEmpty()) {
      broken.add("%s, and this is not named: %s".formatted(what, list(missing)));
    }
    if (!wrong.isEmpty()) {
      broken.add("%s, and this is named: %s".formatted(what, list(wrong)));
    }
  }

  private static String list(Set<String> steps) {
    return steps.stream().collect(Collectors.joining("; "));
  }

  private static boolean admitsPeers(Fact fact) {
    return fact instanceof Ingress rule
        && rule.from().is(Peer.Addresses.class::isInstance).isYes()
        && rule.ports()
            .is(ports -> ports.first() <= REPLICA_PORT && REPLICA_PORT <= ports.last())
            .isYes();
  }
}
