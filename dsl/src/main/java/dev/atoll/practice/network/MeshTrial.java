package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Cut;
import dev.atoll.analysis.reachability.Piece;
import dev.atoll.analysis.reachability.ReplicaDiagnosis;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.traffic.Twin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replicas dial each other. Then one piece after the other is taken away between two Regions: every
 * time the dialling that the diagnosis says is broken must time out, the other must go on, and the
 * diagnosis must name that piece and no other.
 */
record MeshTrial(About about, Twin twin, Set<Integer> ports) {

  /** Among so many every two are tried; of more, each with the primary. */
  private static final int SOME = 4;

  static Judgement of(About about, Twin twin) {
    MeshTrial trial = new MeshTrial(about, twin, DialledPorts.of(twin.facts()).ports());
    return Attempt.on(twin, about, "Coder runs in one Region", trial::run);
  }

  private void run(Inspection inspection) {
    List<Region> regions = twin.regions();
    boolean whole = true;
    for (Region from : regions) {
      for (Region to : regions) {
        if (!from.equals(to) && isTried(from, to)) {
          whole &= dials(inspection, from, to);
        }
      }
    }
    if (whole && regions.size() > 1) {
      cuts(inspection, regions.get(0), regions.get(1));
    }
  }

  private boolean isTried(Region from, Region to) {
    int one = twin.regions().indexOf(from);
    int other = twin.regions().indexOf(to);
    return Math.min(one, other) == 0 || Math.max(one, other) < SOME;
  }

  private boolean dials(Inspection inspection, Region from, Region to) {
    inspection.look("dialling direction");
    if (twin.probe(from, to).isPresent()) {
      return true;
    }
    Optional<ReplicaDiagnosis> diagnosis =
        ReplicaDiagnosis.between(twin.facts(), from, to, ports)
            .filter(found -> found.dials().isNo());
    diagnosis.ifPresentOrElse(
        found ->
            inspection.violation(
                new Finding(about, found.sentence(), found.where(), about.fix(), found.path())),
        () ->
            inspection.violation(
                ("replicas in %s time out when they dial those in %s, and nothing that was read"
                        + " says why")
                    .formatted(from, to)));
    return false;
  }

  private void cuts(Inspection inspection, Region from, Region to) {
    Optional<ReplicaDiagnosis> whole = ReplicaDiagnosis.between(twin.facts(), from, to, ports);
    if (whole.isEmpty()) {
      inspection.undecided("where the nodes of %s and %s are".formatted(from, to));
      return;
    }
    Cut cut = new Cut(twin.facts(), whole.get().from(), whole.get().to());
    List<String> named = new ArrayList<>();
    for (Piece piece : Cut.PIECES) {
      Facts left = cut.of(piece);
      ReplicaDiagnosis diagnosis =
          ReplicaDiagnosis.between(left, from, to, ports).orElse(whole.get());
      inspection.look("removed piece");
      if (!diagnosis.missing().equals(EnumSet.of(piece))) {
        inspection.violation(
            "without %s the diagnosis names %s".formatted(piece, diagnosis.missing()));
        continue;
      }
      twin.network(left);
      agree(inspection, piece, from, to, diagnosis.dials().isYes());
      agree(inspection, piece, to, from, diagnosis.isDialled().isYes());
      named.add(piece.name());
    }
    inspection.evidence(
        "between %s and %s the mesh timed out without %s, each time named as the reason"
            .formatted(from, to, String.join(", ", named)));
  }

  private void agree(Inspection inspection, Piece cut, Region from, Region to, boolean expected) {
    boolean works = twin.probe(from, to).isPresent();
    if (works != expected) {
      inspection.violation(
          "without %s replicas in %s %s those in %s, against the diagnosis"
              .formatted(cut, from, works ? "still reach" : "do not reach", to));
    }
  }
}
