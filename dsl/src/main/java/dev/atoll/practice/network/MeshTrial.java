package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Cut;
import dev.atoll.analysis.reachability.Piece;
import dev.atoll.analysis.reachability.ReplicaDiagnosis;
import dev.atoll.analysis.reachability.Site;
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

  static Judgement of(About about, Twin twin) {
    MeshTrial trial = new MeshTrial(about, twin, DialledPorts.of(twin.facts()).ports());
    return Attempt.on(twin, about, "Coder runs in one Region", trial::run);
  }

  private void run(Inspection inspection) {
    List<ReplicaDiagnosis> all = ReplicaDiagnosis.of(twin.facts(), ports);
    boolean whole = true;
    for (Region from : twin.regions()) {
      for (Region to : twin.regions()) {
        if (!from.equals(to)) {
          whole &= dials(inspection, from, to, between(all, from, to));
        }
      }
    }
    if (whole && twin.regions().size() > 1) {
      all.stream().filter(this::isPrimary).findFirst().ifPresent(pair -> cuts(inspection, pair));
    }
  }

  private boolean dials(
      Inspection inspection, Region from, Region to, Optional<ReplicaDiagnosis> diagnosis) {
    inspection.look("dialling direction");
    if (twin.probe(from, to).isPresent()) {
      return true;
    }
    if (diagnosis.filter(found -> found.dials().isNo()).isPresent()) {
      ReplicaDiagnosis found = diagnosis.get();
      inspection.violation(
          new Finding(about, found.sentence(), found.where(), about.fix(), found.path()));
    } else {
      inspection.violation(
          "replicas in %s time out when they dial those in %s, and nothing that was read says why"
              .formatted(from, to));
    }
    return false;
  }

  private static Optional<ReplicaDiagnosis> between(
      List<ReplicaDiagnosis> all, Region from, Region to) {
    return all.stream().filter(one -> is(one.from(), from) && is(one.to(), to)).findFirst();
  }

  private boolean isPrimary(ReplicaDiagnosis one) {
    return is(one.from(), twin.regions().get(0));
  }

  private static boolean is(Site site, Region region) {
    return site.region().is(region::equals).isYes();
  }

  private void cuts(Inspection inspection, ReplicaDiagnosis pair) {
    Cut cut = new Cut(twin.facts(), pair.from(), pair.to());
    List<String> named = new ArrayList<>();
    for (Piece piece : Cut.PIECES) {
      Facts left = cut.of(piece);
      ReplicaDiagnosis diagnosis =
          ReplicaDiagnosis.of(left, ports).stream()
              .filter(one -> one.from().vpc().equals(pair.from().vpc()))
              .filter(one -> one.to().vpc().equals(pair.to().vpc()))
              .findFirst()
              .orElse(pair);
      inspection.look("piece taken away");
      if (!diagnosis.missing().equals(EnumSet.of(piece))) {
        inspection.violation(
            "without %s the diagnosis names %s".formatted(piece, diagnosis.missing()));
        continue;
      }
      twin.network(left);
      Region from = twin.regions().get(0);
      Region to = diagnosis.to().region().asOptional().orElse(from);
      agree(inspection, piece, from, to, diagnosis.dials().isYes());
      agree(inspection, piece, to, from, diagnosis.isDialled().isYes());
      named.add(piece.name());
    }
    inspection.evidence(
        "between %s and %s the mesh timed out without %s, each time named as the reason"
            .formatted(pair.from().name(), pair.to().name(), String.join(", ", named)));
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
