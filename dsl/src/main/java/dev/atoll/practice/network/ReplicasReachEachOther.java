package dev.atoll.practice.network;

import dev.atoll.analysis.reachability.Obstacle;
import dev.atoll.analysis.reachability.Path;
import dev.atoll.analysis.reachability.ReplicaDiagnosis;
import dev.atoll.analysis.reachability.Site;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.About;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.stream.Collectors;

/** NET-5. */
public final class ReplicasReachEachOther implements Tried {

  private static final About ABOUT =
      About.practice(
              "NET-5", "Replicas in every Region reach those in every other, and are answered")
          .subject(Subject.CODER)
          .harm(Harm.STOPS_USERS)
          .from(
              Citation.progress("Cross-Region Replica Communication"),
              Citation.page(
                  "High Availability", "https://coder.com/docs/admin/networking/high-availability"),
              Citation.page(
                  "How Reachability Analyzer works",
                  "https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html"),
              Citation.page(
                  "Outbound internet access for Pods",
                  "https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html"))
          .because(
              "Replicas meet in the database they share, so they see each other whatever the"
                  + " network does; then they dial each other's pods and time out. Users whose"
                  + " workspace hangs on the other Region's replica cannot connect.")
          .fix("Put every missing piece in place; the finding names them all, with the whole path.")
          .wants(EvidenceKind.PLAN, EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    DialledPorts dialled = DialledPorts.of(facts);
    Site.of(facts).open().ifPresent(inspection::undecided);
    for (ReplicaDiagnosis diagnosis : ReplicaDiagnosis.of(facts, dialled.ports())) {
      inspection.look("dialling direction");
      if (facts.origin() == Origin.TOPOLOGY && overlap(facts, diagnosis.from(), diagnosis.to())) {
        // NET-1 refuses the description for it; routes are not what is wrong there.
        inspection.undecided(
            "%s and %s have the same addresses: see NET-1"
                .formatted(diagnosis.from().name(), diagnosis.to().name()));
        continue;
      }
      if (diagnosis.dials().isNo()) {
        inspection.violation(finding(diagnosis));
      }
      diagnosis.there().stream()
          .map(Path::works)
          .flatMap(works -> works.open().stream())
          .forEach(inspection::undecided);
    }
    return dialled.conclude(inspection, "there is no second VPC with nodes");
  }

  @Override
  public Judgement attempt(Twin twin) {
    return MeshTrial.of(ABOUT, twin);
  }

  private static boolean overlap(Facts facts, Site from, Site to) {
    return cidrs(facts, from).stream()
        .anyMatch(one -> cidrs(facts, to).stream().anyMatch(one::overlaps));
  }

  private static List<Cidr> cidrs(Facts facts, Site site) {
    return facts
        .find(Vpc.class, site.vpc())
        .flatMap(vpc -> vpc.cidrs().asOptional())
        .orElse(List.of());
  }

  private static Finding finding(ReplicaDiagnosis diagnosis) {
    String fixes =
        diagnosis.obstacles().stream()
            .map(Obstacle::fix)
            .distinct()
            .collect(Collectors.joining(". "));
    return new Finding(
        ABOUT, diagnosis.sentence(), diagnosis.where(), fixes + ".", diagnosis.path());
  }
}
