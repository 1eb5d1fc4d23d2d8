package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;

/** NET-7. Counts the peerings of every VPC. */
public final class PeeringQuota implements Practice {

  private static final About ABOUT =
      About.practice(
              "NET-7", "A full mesh of peerings stays within the quota; past it a Transit Gateway")
          .from(
              page(
                  "Amazon VPC endpoints and quotas",
                  "https://docs.aws.amazon.com/general/latest/gr/vpc-service.html"))
          .because(
              "A VPC has 50 active peerings by default and never more than 125. A full mesh gives"
                  + " each of N regions N − 1, so the apply of region 52 fails halfway, with some"
                  + " regions connected and others not.")
          .fix(
              "Up to 51 regions: full mesh. Up to 126: ask for the quota first. Beyond that: peer"
                  + " Transit Gateways, one per region. Other peerings of a VPC count too.")
          .wants(EvidenceKind.MODEL);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int DEFAULT_QUOTA = 50;
  private static final int MOST = 125;

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    int quota =
        facts.all(Quota.class).stream()
            .filter(known -> known.of() == Quota.Of.PEERINGS_PER_VPC)
            .mapToInt(Quota::limit)
            .findFirst()
            .orElse(DEFAULT_QUOTA);
    for (Vpc vpc : facts.all(Vpc.class).facts()) {
      inspection.look("VPC");
      long peerings =
          facts.all(VpcPeering.class).stream()
              .filter(peering -> touches(peering, vpc.ref()))
              .count();
      if (peerings > quota) {
        inspection.violation(
            "%s has %d peerings; the quota is %d, and %d at the very most"
                .formatted(vpc.ref(), peerings, quota, MOST),
            vpc.source());
      }
    }
    return inspection.judgement("there is no VPC");
  }

  private static boolean touches(VpcPeering peering, Ref vpc) {
    Truth dead = peering.status().is(VpcPeering.Status.DEAD::equals);
    return !dead.isYes()
        && peering.requester().is(vpc::equals).or(peering.accepter().is(vpc::equals)).isYes();
  }
}
