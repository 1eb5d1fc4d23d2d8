package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Truth;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.RegionLoss;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;
import java.util.List;

/** AUR-7. That a choice was made; its time and price are in the judgement. */
public final class RegionLossIsSaid implements Tried {

  private static final About ABOUT =
      About.practice(
              "AUR-7",
              "Losing the database's region stops Coder everywhere, and every claim says so")
          .severity(Severity.WARNING)
          .from(
              bestPractices("DNS and Multi-Region Setup, Benefits 1"),
              page(
                  "Amazon Aurora User Guide, switchover or failover of a global database",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html"))
          .because(
              "There is one writer. When its region is lost, every region's Coder stops with it,"
                  + " and so do LiteLLM, the Terraform state and the secrets kept there, while a"
                  + " dashboard still promises failover.")
          .fix(
              "Choose knowingly among nothing (restore from backup), a cross-region replica and a"
                  + " global database. Write the recovery time and the price of that choice next to"
                  + " each claim of failover.")
          .wants(EvidenceKind.MODEL, EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<RegionLoss> losses = facts.all(RegionLoss.class).facts();
    losses.forEach(loss -> judge(inspection, loss, facts));
    // Only a description says what was decided; what is deployed says nothing of it.
    if (facts.origin() == Origin.TOPOLOGY) {
      facts.all(DatabaseCluster.class).stream()
          .filter(cluster -> !cluster.secondary().is(Boolean::booleanValue).isYes())
          .filter(cluster -> losses.stream().noneMatch(loss -> isAbout(loss, cluster)))
          .forEach(
              cluster ->
                  inspection.violation(
                      "nothing says what happens to %s when %s is lost"
                          .formatted(cluster.ref(), cluster.region().show()),
                      cluster.source()));
    }
    return inspection.judgement("nothing says what happens when the database's Region is lost");
  }

  @Override
  public Judgement attempt(Twin twin) {
    return RegionLossTrial.attempt(ABOUT, twin);
  }

  private static void judge(Inspection inspection, RegionLoss loss, Facts facts) {
    loss.recovery()
        .<Inspection>fold(
            recovery ->
                inspection.look(
                    "choice for %s if %s is lost: %s"
                        .formatted(loss.cluster().show(), loss.region().show(), recovery)),
            inspection::undecided);
    facts.all(DatabaseCluster.class).stream()
        .filter(cluster -> isAbout(loss, cluster))
        .forEach(
            cluster ->
                inspection.require(
                    cluster.region().fold(region -> loss.region().is(region::equals), Truth::open),
                    "what was decided for %s is about %s; it is in %s"
                        .formatted(cluster.ref(), loss.region().show(), cluster.region().show()),
                    loss.source()));
  }

  private static boolean isAbout(RegionLoss loss, DatabaseCluster cluster) {
    return loss.cluster().is(cluster.ref()::equals).isYes();
  }
}
