package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.aws.Acu;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.Capacity;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.util.Optional;

/** AUR-2. */
public final class MinimumCapacity implements Practice {

  private static final About ABOUT =
      About.practice("AUR-2", "Minimum capacity adds up to 1.0 ACU: Coder 0.5, LiteLLM 0.5")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(
              progress("Completed Today, 1. Cost Optimization"),
              page(
                  "Amazon Aurora User Guide, Aurora Serverless v2 capacity",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html"))
          .because(
              "The minimum is paid for every hour, busy or idle: each half ACU too much costs about"
                  + " $44 a month. Nobody sees it before the bill.")
          .fix(
              "Set serverlessv2_scaling_configuration.min_capacity to 0.5 on both clusters and let"
                  + " max_capacity take the peaks.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  /** What a cluster that never pauses needs when idle. */
  private static final Acu LEAST = new Acu(0.5);

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Seen<DatabaseCluster> clusters = facts.all(DatabaseCluster.class);
    Acu total = new Acu(0);
    for (DatabaseCluster cluster : clusters.facts()) {
      cluster
          .capacity()
          .is(Optional::isPresent)
          .open()
          .forEach(
              why -> inspection.undecided("the capacity of %s: %s".formatted(cluster.ref(), why)));
      Optional<Capacity> limits = cluster.capacity().asOptional().flatMap(both -> both);
      if (limits.isPresent()) {
        Acu min = limits.get().min();
        total = total.plus(min);
        judge(inspection, cluster, min);
      }
    }
    clusters.gap().ifPresent(inspection::undecided);
    Acu all = total;
    return all.value() > 0
        ? inspection.look("minimum of %s in all,".formatted(all)).judgement("")
        : inspection.judgement("there is no Aurora Serverless v2 cluster");
  }

  private static void judge(Inspection inspection, DatabaseCluster cluster, Acu min) {
    inspection.look("serverless cluster");
    if (min.compareTo(LEAST) > 0) {
      inspection.violation(
          "%s never gets below %s, about %.0f USD a month more than 0.5 ACU"
              .formatted(cluster.ref(), min, (min.value() - LEAST.value()) * USD_PER_ACU_MONTH),
          cluster.source());
    } else if (min.compareTo(LEAST) < 0) {
      inspection.violation(
          "%s may pause at %s; Coder asks all the time, and after a pause waits about 15 seconds"
              .formatted(cluster.ref(), min),
          cluster.source());
    }
  }

  /** 0.12 USD an hour, 730 hours. */
  private static final double USD_PER_ACU_MONTH = 0.12 * 730;
}
