package dev.atoll.conformance.suite;

import dev.atoll.analysis.reachability.Piece;
import dev.atoll.analysis.reachability.ReplicaDiagnosis;
import dev.atoll.aws.Region;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.facts.Facts;
import dev.atoll.itest.breaks.Break;
import dev.atoll.itest.breaks.Healing;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.network.NetworkPractices;
import dev.atoll.topology.RegionPeering;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * NET-5 tried for real: a piece of the connection between two Regions is taken away through AWS's
 * API, what is left is read back, and the diagnosis must name exactly that piece, and exactly the
 * practices that speak of it must fail.
 */
final class BreakTrial {

  private final Run run;
  private final Deployed deployed;
  private final RegionPeering peering;

  BreakTrial(Run run, Deployed deployed, RegionPeering peering) {
    this.run = run;
    this.deployed = deployed;
    this.peering = peering;
  }

  /** The port that replicas dial. */
  int port() {
    return run.topology().design().coder().replicaPorts().iterator().next();
  }

  /** Breaks, diagnoses, heals, and keeps the outcome as evidence. */
  void diagnose(Break broken) {
    run.progress().say("break: " + broken.name());
    long before = System.nanoTime();
    BreakExpectation expected = BreakExpectation.of(broken.kind());
    Healing healing = broken.apply();
    Facts left;
    try {
      left = deployed.network().intending(run.topology().facts());
    } finally {
      healing.close();
    }
    Set<Piece> named = named(left);
    Set<String> failing = failing(left);
    boolean exact = named.equals(expected.pieces()) && failing.equals(expected.practices());
    String outcome =
        "%s: the diagnosis names %s, and %s fail".formatted(broken.name(), named, failing);
    String detail =
        exact
            ? outcome
            : outcome + "; expected " + expected.pieces() + " and " + expected.practices();
    Judgement judgement = new Judgement(exact ? Verdict.PASS : Verdict.FAIL, detail, List.of());
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    run.log()
        .add(
            Evidence.of("NET-5", EvidenceKind.APPLIED, judgement, took)
                .restingOn(Nodes.STAND_IN.name()));
    if (!exact) {
      throw new AssertionFailedError(detail);
    }
  }

  private Set<Piece> named(Facts left) {
    Region from = peering.requester();
    return ReplicaDiagnosis.of(left, run.topology().design().coder().replicaPorts()).stream()
        .filter(diagnosis -> diagnosis.from().region().is(from::equals).isYes())
        .filter(diagnosis -> diagnosis.to().region().is(peering.accepter()::equals).isYes())
        .flatMap(diagnosis -> diagnosis.missing().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> failing(Facts left) {
    return NetworkPractices.all().stream()
        .filter(practice -> practice.judge(left).verdict() == Verdict.FAIL)
        .map(Practice::about)
        .map(about -> about.id())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
